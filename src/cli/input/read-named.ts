import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.js';
import { readText } from './text-source.js';

/** Of a file that a command line names beside its main text. */
export const NAMED_LIMIT_BYTES = 10_000_000;
/** The name that stands for standard input. */
export const STDIN = '-';

/** The bytes of a file or of stdin, under the name that errors show. */
export async function readNamed(context: CommandContext, what: string, file: string) {
  const path = file === STDIN ? STDIN : resolve(context.cwd, file);
  const { bytes } = await readText({ what, file: path, limitBytes: NAMED_LIMIT_BYTES }, context);
  return { bytes, name: file === STDIN ? '<stdin>' : file };
}
