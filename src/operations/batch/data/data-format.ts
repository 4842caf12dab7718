import { extname } from 'node:path';
import { DataFormatError } from './errors.js';

/** The formats that data for batches is read in. */
export const dataFormats = ['csv', 'jsonl', 'json'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** The characters between the fields of a table, by their names. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;
export const delimiterNames = ['comma', 'semicolon', 'tab'] as const satisfies (keyof typeof delimiters)[];
export type DelimiterName = (typeof delimiterNames)[number];

const formatOfEnding: Readonly<Record<string, DataFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
};

/**
 * How data is written, by what was said, else by its name.
 *
 * @throws DataFormatError when neither tells
 * @example dataFormat('rows.ndjson', undefined) === 'jsonl'
 */
export function dataFormat(name: string, given: DataFormat | undefined): DataFormat {
  const format = given ?? formatOfEnding[extname(name).toLowerCase()];
  if (format !== undefined) return format;
  throw new DataFormatError(`The name "${name}" does not tell how the data is written.`, {
    hint: `Say it with --format: ${dataFormats.join(', ')}.`,
  });
}
