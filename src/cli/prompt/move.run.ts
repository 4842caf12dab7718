import { movePrompt } from '../../operations/prompt/move-prompt.js';
import { homeText } from '../../operations/prompt/prompt-home.js';
import { promptUses } from '../../operations/prompt/prompt-uses.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { UsageError } from '../usage-error.js';
import { agreedChange } from './agreed-change.js';
import { givenDestination } from './given-options.js';
import type { move } from './move.js';
import { printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof move>,
): Promise<number> {
  const to = givenDestination(options);
  if (to === undefined) {
    throw new UsageError('Where it shall go was not said.', {
      hint: 'Give --to-project NAME or --global.',
      next: 'prompt-runner prompt move --help',
    });
  }
  const deps = await context.open();
  const uses = await promptUses(deps, { prompt: given.prompt });
  const place = 'project' in to ? `to project ${to.project}` : 'to the global ones';
  const question = `Move "${uses.prompt.name}" ${place}?`;
  // To all it goes without being missed anywhere.
  const isMissed = 'project' in to;
  if (isMissed && !(await agreedChange(context, question, uses))) return exitCode.failed;
  const output = await movePrompt(deps, { prompt: uses.prompt.id, to, note: options.note });
  return printWritten(context, output, `is ${homeText(output.prompt.project)} now`);
}
