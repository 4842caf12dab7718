import { resolve } from 'node:path';
import { dataFormat } from '../../operations/batch/data/data-format.js';
import { openData } from '../../operations/batch/data/open-data.js';
import type { CommandSpec, InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { TextMissingError } from '../input/errors.js';
import { filePieces } from '../input/read-file.js';
import { STDIN } from '../input/read-named.js';
import { UsageError } from '../usage-error.js';
import type { dataOptions } from './data-options.js';

type Options = InputOf<CommandSpec<Record<never, never>, typeof dataOptions>>['options'];

/**
 * The rows that the command line names, which are read when somebody asks for them.
 *
 * @throws UsageError, DataFormatError when it does not say where they come from, or how they are written
 * @throws FileNotFoundError, FileIsFolderError, TextMissingError when there is nothing to read
 */
export async function givenData(context: CommandContext, options: Options) {
  const { data, format, delimiter } = options;
  if (data === undefined) {
    throw new UsageError('The rows are missing: --data names the file that holds them.', {
      hint: 'A file in CSV, JSON lines or JSON; "--data - --format jsonl" reads standard input.',
    });
  }
  const name = data === STDIN ? '<stdin>' : data;
  const source = { name, format: dataFormat(name, format), delimiter, keepBadRows: options['keep-bad-rows'] };
  return openData(data === STDIN ? piped(context) : await filePieces(resolve(context.cwd, data)), source);
}

function piped({ streams: { stdin } }: CommandContext): AsyncIterable<Uint8Array> {
  if (stdin.isPiped && !stdin.isTerminal) return stdin.pieces();
  throw new TextMissingError('the rows', ['with --data PATH', 'through a pipe']);
}
