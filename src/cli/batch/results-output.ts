import { extname } from 'node:path';
import { batchResults } from '../../operations/batch/batch-results.js';
import type { BatchResultsOutput } from '../../operations/batch/outputs.js';
import type { ResultFormatName } from '../../operations/batch/results/result-formats.js';
import {
  type ResultOptions,
  type ResultSink,
  writeResults,
} from '../../operations/batch/results/write-results.js';
import type { Deps } from '../../operations/deps.js';
import type { CommandContext } from '../command-context.js';
import { writeOutput } from '../input/output-file.js';
import { rowsText } from './batch-words.js';

/** @example resultFormatOf('answers.csv') === 'csv' */
export function resultFormatOf(file: string): ResultFormatName {
  return extname(file).toLowerCase() === '.csv' ? 'csv' : 'jsonl';
}

/** Writes the results of a batch wherever they shall go. */
export async function resultsTo(
  write: ResultSink,
  deps: Deps,
  batch: string,
  options: ResultOptions,
): Promise<BatchResultsOutput> {
  const results = await batchResults(deps, { batch });
  const rows = await writeResults(results, options, write);
  return { batch: results.batch, format: options.format, rows };
}

/** Writes them into a file, whole or not at all, and says so. */
export async function resultsIntoFile(
  context: CommandContext,
  file: string,
  writeTo: (write: ResultSink) => Promise<BatchResultsOutput>,
): Promise<BatchResultsOutput> {
  const written: BatchResultsOutput[] = [];
  const writing = async (write: ResultSink) => void written.push(await writeTo(write));
  const path = await writeOutput(context.cwd, file, writing, { overwrite: context.common.yes });
  const [output] = written;
  if (output === undefined) throw new Error('the results were not written');
  context.note(`${rowsText(output.rows)} in ${path}\n`);
  return output;
}
