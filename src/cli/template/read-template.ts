import { dirname, resolve } from 'node:path';
import type { CommandInput } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { NAMED_LIMIT_BYTES, readNamed, STDIN } from '../input/read-named.js';
import { TemplateFolder } from './template-folder.js';
import type { languageOptions, templateArgument } from './template-options.js';

type Given = CommandInput<{ file: typeof templateArgument }, typeof languageOptions>;

/** Reads the template that a command line names, with its options and the folder of its includes. */
export async function readTemplate(context: CommandContext, { arguments: { file }, options }: Given) {
  const folder = file === STDIN ? context.cwd : dirname(resolve(context.cwd, file));
  return {
    deps: { templates: new TemplateFolder(folder, NAMED_LIMIT_BYTES) },
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
