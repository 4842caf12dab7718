import { addTemplate } from '../../../operations/orchestration-template/add-template.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { exitCode } from '../../exit-code.js';
import { readText } from '../../input/text-source.js';
import { noteWarnings } from '../../note-warnings.js';
import { UsageError } from '../../usage-error.js';
import type { add } from './add.js';
import { renderTemplateChange } from './template-change.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof add>,
): Promise<number> {
  if (options.alternative && options.replace) {
    throw new UsageError('--alternative and --replace exclude each other.', { hint: 'Keep one of them.' });
  }
  const deps = await context.openDatabase();
  const { file, paste, edit } = options;
  const { bytes, method, name } = await readText({ what: 'the template', file, paste, edit }, context);
  const output = await addTemplate(deps, {
    kind: given.kind,
    name: given.name,
    content: { text: { bytes, input: { method, name } } },
    featureType: options.type,
    global: options.global,
    place: options.alternative ? 'alternative' : options.replace ? 'replace' : 'free',
    description: options.description,
    note: options.note,
  });
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => renderTemplateChange(output, stream));
  return exitCode.done;
}
