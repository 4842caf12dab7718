import type { Deps } from '../../operations/deps.js';
import { approveGate } from '../../operations/workflow/run/decide-gate.js';
import type { WorkflowGateView } from '../../operations/workflow/run/run-outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readNamed } from '../input/read-named.js';
import { UsageError } from '../usage-error.js';
import type { approve } from './approve.js';
import { editedContent } from './edited-content.js';
import { gateInQuestion } from './gate-in-question.js';
import { renderWorkflowRun } from './run-page.js';

type Input = InputOf<typeof approve>;

export async function run(context: CommandContext, { arguments: given, options }: Input): Promise<number> {
  const deps = await context.openDatabase();
  const { content, comment } = options;
  const question = isChanged(options) ? 'Put another text in its place?' : 'Approve exactly this?';
  const found = await gateInQuestion(context, deps, { ...given, content }, question);
  if (found === null) return undecided(context);
  const edited = await editedText(context, deps, found.gate, options);
  const about = { run: found.run, step: found.gate.path, content: found.content };
  const output = await approveGate(deps, { ...about, comment, edited });
  context.print(output, (stream) => renderWorkflowRun(output, context.now, stream));
  return exitCode.done;
}

function isChanged({ edit, file }: Input['options']): boolean {
  return edit || file !== undefined;
}

function undecided(context: CommandContext): number {
  context.note('Nothing was decided.\n');
  return exitCode.done;
}

/** The content in other words; undefined when it is approved as it is. */
async function editedText(
  context: CommandContext,
  deps: Deps,
  gate: WorkflowGateView,
  { edit, file }: Input['options'],
) {
  if (file !== undefined) return readNamed(context, 'the content', file);
  if (!edit) return undefined;
  const edited = await editedContent(context, deps, gate);
  if (edited !== null) return edited;
  throw new UsageError('The editor left it as it was; nothing was approved.', {
    hint: 'To approve it as it is, leave out --edit.',
    next: gate.approve,
  });
}
