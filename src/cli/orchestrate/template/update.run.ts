import { updateTemplate } from '../../../operations/orchestration-template/update-template.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { exitCode } from '../../exit-code.js';
import { noteWarnings } from '../../note-warnings.js';
import { asGiven, readContent } from '../../prompt/read-content.js';
import { UsageError } from '../../usage-error.js';
import { renderTemplateChange } from './template-change.js';
import type { update } from './update.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof update>,
): Promise<number> {
  const { file, paste, edit, description, note, alternative, 'in-force': inForce } = options;
  if (alternative && inForce) {
    throw new UsageError('--in-force and --alternative exclude each other.', { hint: 'Keep one of them.' });
  }
  const givesText = file !== undefined || paste || edit;
  if (!givesText && !alternative && !inForce && description === undefined) {
    throw new UsageError('Nothing was said that shall change.', {
      hint: 'Give a text with --file, --paste or --edit, or say --in-force or --alternative.',
      next: 'prompt-runner orchestrate template update --help',
    });
  }
  const deps = await context.openDatabase();
  const text = givesText
    ? asGiven(await readContent(context, deps, { text: undefined, file, paste, edit }))
    : null;
  const output = await updateTemplate(deps, {
    template: given.template,
    content: text === null ? undefined : { text },
    description,
    place: inForce ? 'in-force' : alternative ? 'alternative' : undefined,
    note,
  });
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => renderTemplateChange(output, stream));
  return exitCode.done;
}
