import { dirname, resolve } from 'node:path';
import type { CommandInput } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { readText } from '../input/text-source.js';
import { TemplateFolder } from './template-folder.js';
import type { languageOptions, templateArgument } from './template-options.js';

type Given = CommandInput<{ file: typeof templateArgument }, typeof languageOptions>;

const LIMIT_BYTES = 10_000_000;
/** The name that stands for standard input. */
export const STDIN = '-';

/** Reads the template that a command line names, with its options and the folder of its includes. */
export async function readTemplate(context: CommandContext, { arguments: { file }, options }: Given) {
  const folder = file === STDIN ? context.cwd : dirname(resolve(context.cwd, file));
  return {
    deps: { templates: new TemplateFolder(folder, LIMIT_BYTES) },
    input: {
      template: await readNamed(context, 'the template', file),
      trimBlocks: options['trim-blocks'],
      lstripBlocks: options['lstrip-blocks'],
      keepTrailingNewline: options['keep-trailing-newline'],
      autoescape: options.autoescape,
      undefined: options.undefined,
    },
  };
}

/** The bytes of a file or of stdin, under the name that errors show. */
export async function readNamed(context: CommandContext, what: string, file: string) {
  const path = file === STDIN ? STDIN : resolve(context.cwd, file);
  const { bytes } = await readText({ what, file: path, limitBytes: LIMIT_BYTES }, context);
  return { bytes, name: file === STDIN ? '<stdin>' : file };
}
