import type { DataRow } from '../../engine/batch/data-row.js';
import { OptimizationInputError } from '../../engine/optimize/errors.js';
import type { OptimizationRow } from '../../engine/optimize/optimization-row.js';
import { usedVariables } from '../../prompts/used-variables.js';
import type { FoundVersion } from '../batch/row-renderer.js';
import type { Deps } from '../deps.js';
import { expectedText } from '../experiment/expected-text.js';
import { fetchText } from '../prompt/fetch-text.js';
import { promptVariablesOf } from '../prompt/views/variable-views.js';
import type { NewOptimizationInput } from './optimization-input.js';

/** More rows would tell nothing more, and all of them are held in memory. */
const MOST_ROWS = 10_000;

/**
 * Reads rows, with what is expected of their answers. Of the columns only those are kept that are variables of the prompt:
 * what numbers rows would make all of them different, and is nothing to learn from.
 *
 * @throws OptimizationInputError for a prompt without variables, for too many rows, and when none says what is expected
 * @throws what reading the rows throws
 */
export async function readOptimizationRows(
  deps: Deps,
  { prompt, version: { content } }: FoundVersion,
  { rows: data, expect }: Pick<NewOptimizationInput, 'rows' | 'expect'>,
): Promise<readonly OptimizationRow[]> {
  const used = await usedVariables(content, fetchText(deps, prompt.project), prompt.name);
  const known = new Set(promptVariablesOf(content, used).map(({ name }) => name));
  if (known.size === 0) throw sayingTheSame();
  const rows: OptimizationRow[] = [];
  for await (const row of data) {
    if (rows.length === MOST_ROWS) throw tooMany();
    rows.push(rowOf(row, known, expect));
  }
  if (expect !== undefined && rows.every(({ expected }) => expected === null)) throw nothingExpected(expect);
  return rows;
}

function rowOf(read: DataRow, known: ReadonlySet<string>, expect: string | undefined): OptimizationRow {
  if ('fault' in read) throw new Error(`row ${read.row} cannot be read, and was not refused`);
  const { row, values } = read;
  const input = Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name)));
  return { row, input, expected: expect === undefined ? null : expectedText(values[expect]) };
}

function sayingTheSame(): OptimizationInputError {
  return new OptimizationInputError('The prompt takes no variable: it says the same for all rows.', {
    hint: 'Put what a row brings where it belongs, such as {{ text }}.',
  });
}

function tooMany(): OptimizationInputError {
  return new OptimizationInputError(`The data has more than ${MOST_ROWS} rows.`, {
    hint: 'A few hundred are enough: take a sample of them.',
  });
}

function nothingExpected(column: string): OptimizationInputError {
  return new OptimizationInputError(`No row says in "${column}" what is expected.`, {
    hint: 'See which columns the data has: --expect names one of them.',
  });
}
