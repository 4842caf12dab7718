import type { Deps } from '../../operations/deps.js';
import { approveStep } from '../../operations/session/run/decide-step.js';
import { showRun } from '../../operations/session/run/show-run.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readText } from '../input/text-source.js';
import { UsageError } from '../usage-error.js';
import type { approve } from './approve.js';
import { editedAnswer } from './edited-answer.js';
import { namedSession } from './named-session.js';
import { renderRun } from './run-page.js';

type Options = InputOf<typeof approve>['options'];

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof approve>,
): Promise<number> {
  const deps = await context.open();
  const session = namedSession(given.session, options.session);
  const edited = await editedText(context, deps, session, options);
  const { comment } = options;
  const output = await approveStep(deps, { session, comment, ...(edited && { edited }) });
  context.print(output, (stream) => renderRun(output, context.now, stream));
  return exitCode.done;
}

/** The answer in other words; null when it is approved as it is. */
async function editedText(
  context: CommandContext,
  deps: Deps,
  session: string | undefined,
  { edit, file }: Options,
) {
  if (file !== undefined) {
    const { bytes, method, name } = await readText({ what: 'the answer', file }, context);
    return { bytes, input: { method, name } };
  }
  if (!edit) return null;
  const { session: found, gate } = await showRun(deps, { session });
  if (gate === null) return null;
  const edited = await editedAnswer(context, deps, found.id, gate.attempt);
  if (edited !== null) return edited;
  throw new UsageError('The editor left the answer as it was; nothing was approved.', {
    hint: 'To approve it as it is, leave out --edit.',
    next: `prompt-runner orchestrate approve ${found.id}`,
  });
}
