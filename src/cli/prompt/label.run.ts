import { listLabels } from '../../operations/prompt/list-labels.js';
import { moveLabel } from '../../operations/prompt/move-label.js';
import type { PromptLabelOutput } from '../../operations/prompt/outputs.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine, sentence } from '../render/next-line.js';
import { UsageError } from '../usage-error.js';
import type { label } from './label.js';
import { labelMoveTable, labelTable } from './label-page.js';

type Input = InputOf<typeof label>;

export async function run(context: CommandContext, input: Input): Promise<number> {
  const { arguments: given, options } = input;
  if (given.label === undefined) return list(context, input);
  if (options.history)
    throw new UsageError('--history is about all labels.', { hint: 'Leave the label out.' });
  if (options.remove && given.version !== undefined) {
    throw new UsageError('A label that is taken away points to no version.', {
      hint: 'Leave the version out.',
    });
  }
  const output = await moveLabel(await context.open(), {
    prompt: given.prompt,
    label: given.label,
    version: options.remove ? null : given.version,
    note: options.note,
    force: options.force,
  });
  context.print(output, (stream) => sentence(moved(output), stream) + nextLine(output.next, stream));
  return exitCode.done;
}

async function list(context: CommandContext, { arguments: given, options }: Input): Promise<number> {
  if (options.remove || options.force || options.note !== undefined) {
    throw new UsageError('Which label is meant was not said.', {
      hint: 'Name it behind the prompt.',
      next: 'prompt-runner prompt label --help',
    });
  }
  const deps = await context.open();
  const output = await listLabels(deps, { prompt: given.prompt });
  context.print(output, (stream) => {
    const table = options.history ? labelMoveTable : labelTable;
    const shown = table(output, context.now, stream);
    if (shown !== '') return shown;
    const { next } = inSamePlace(deps, { next: `prompt-runner prompt label ${output.prompt.name} staging` });
    return sentence(`Prompt "${output.prompt.name}" has no labels.`, stream) + nextLine(next, stream);
  });
  return exitCode.done;
}

function moved({ prompt, label: name, from, to, changed, forced }: PromptLabelOutput): string {
  const protection = forced ? ' It was protected: the audit log says that it was forced.' : '';
  if (!changed) return `The label "${name}" of ${prompt.name} points to version ${to} already.`;
  if (to === null)
    return `The label "${name}" of ${prompt.name} is gone; it pointed to version ${from}.${protection}`;
  const before = from === null ? '' : `, and no longer to ${from}`;
  return `The label "${name}" of ${prompt.name} points to version ${to} now${before}.${protection}`;
}
