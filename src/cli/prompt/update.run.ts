import { shellWord } from '../../base/text/shell-word.js';
import type { Deps } from '../../operations/deps.js';
import { updatePrompt } from '../../operations/prompt/update-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../usage-error.js';
import { givenAbout } from './given-options.js';
import { keepingText } from './keeping-text.js';
import { asGiven, readContent } from './read-content.js';
import type { update } from './update.js';
import { printWritten } from './written-page.js';

type Options = InputOf<typeof update>['options'];

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof update>,
): Promise<number> {
  const isTemplate = templateOr(options);
  const deps = await context.open();
  const about = { ...givenAbout(options), isTemplate };
  const rest = { prompt: given.prompt, ...about, system: options.system, note: options.note };
  const saysSomething = [options.system, ...Object.values(about)].some((value) => value !== undefined);
  const output = givesText(context, options, saysSomething)
    ? await withText(context, deps, rest, options)
    : await updatePrompt(deps, rest);
  return printWritten(context, output, `is changed; its newest version is ${output.version}`);
}

async function withText(
  context: CommandContext,
  deps: Deps,
  rest: Parameters<typeof updatePrompt>[1],
  options: Options,
) {
  const text = await readContent(context, deps, options);
  const content = { text: asGiven(text), literal: options.literal };
  const command = `prompt-runner prompt update ${shellWord(rest.prompt)}`;
  return keepingText(context, deps, text, command, () => updatePrompt(deps, { ...rest, content }));
}

/**
 * Whether there is a text to be read. A pipe is one only when nothing else is said: scripts have one that is not
 * meant.
 *
 * @throws UsageError when nothing is said at all
 */
function givesText({ streams }: CommandContext, options: Options, saysSomething: boolean): boolean {
  if (options.text !== undefined || options.file !== undefined || options.paste || options.edit) return true;
  if (saysSomething) return false;
  if (streams.stdin.isPiped) return true;
  throw new UsageError('Nothing was said that shall change.', {
    hint: 'Give a text, or an option such as --description; "prompt edit" opens the editor.',
    next: 'prompt-runner prompt update --help',
  });
}

function templateOr({ template, 'no-template': noTemplate }: Options): boolean | undefined {
  if (template && noTemplate)
    throw new UsageError('--template and --no-template exclude each other.', { hint: 'Keep one of them.' });
  if (noTemplate) return false;
  return template || undefined;
}
