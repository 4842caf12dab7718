import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { redactSecrets } from '../base/text/secrets.js';
import type { ExecutionSummary } from '../engine/execution/execution.js';
import { findTerms } from '../prompts/find-terms.js';
import { parseSearchQuery, type SearchTerm } from '../prompts/search-query.js';
import { type Snippet, snippetOf } from '../prompts/snippet.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { IndexMatch } from './dialects/search-indexes.js';
import { type ExecutionFilter, passesExecutionFilter } from './execution-filter.js';
import { keptTexts } from './execution-messages.js';
import { summaryColumns, summaryFromRow } from './execution-row.js';
import { indexDue, MOST_SEARCHED_OF_EXECUTION, searchedResponse } from './execution-search-index.js';
import type { Database } from './schema.js';

/** What to look for among the executions, and where. */
export interface ExecutionQuery {
  /** As somebody typed it; see `parseSearchQuery`. */
  readonly text: string;
  readonly filter: ExecutionFilter;
  /** How many are wanted, from 1. */
  readonly limit: number;
}

/** The texts of an execution that are searched, those that are shown first before the others. */
const searchedFields = ['prompt', 'model', 'response', 'messages'] as const;

/** Where in an execution something of a search stands, and the passage. */
export interface ExecutionMatch extends Snippet {
  readonly field: (typeof searchedFields)[number];
}

/** An execution that was found. */
export interface ExecutionHit {
  readonly execution: ExecutionSummary;
  /** Its place among those found, from 1. */
  readonly rank: number;
  readonly matches: readonly ExecutionMatch[];
}

/** Only so many are weighed, the newest ones, so that a word that is everywhere ends soon. */
const MOST_WEIGHED = 2000;

/**
 * The executions that have all the words, the nearest first. Words are found by their beginnings, in the first
 * 20,000 characters of the messages and of the answer; what has neither letters nor digits is not found.
 *
 * @throws SearchQueryError when there is nothing to look for, or too much
 */
export async function searchExecutions(
  database: Kysely<Database>,
  { text, filter, limit }: ExecutionQuery,
): Promise<ExecutionHit[]> {
  const asked = parseSearchQuery(text);
  const match = capabilitiesOf(database).search.executionWords.all(asked);
  if (match === null) return [];
  await indexDue(database);
  const rows = await textsOf(database, await found(database, match, filter, limit));
  return rows.map((row, at) => ({
    execution: summaryFromRow(row),
    rank: at + 1,
    matches: matchesIn(row, asked.terms),
  }));
}

/** The numbers of those that were found, the nearest first. */
async function found(
  database: Kysely<Database>,
  match: IndexMatch,
  filter: ExecutionFilter,
  limit: number,
): Promise<number[]> {
  const matches = await match.condition(database, 'w');
  const { rows } = await sql<{ number: number }>`
    select c.number from (
      select w.rowid as number, ${match.weight('w')} as weight from execution_words as w
      where ${matches} and ${passes(filter)}
      order by w.rowid desc limit ${MOST_WEIGHED}
    ) as c
    order by c.weight, c.number desc limit ${limit}
  `.execute(database);
  return rows.map(({ number }) => number);
}

/**
 * The condition that the execution of a row `w` passes the filter. As a value it is asked for the rows that were
 * found, one by one; as a join, databases might begin with all executions that pass. Where all pass, the executions
 * need not be looked at.
 */
function passes(filter: ExecutionFilter): RawBuilder<SqlBool> {
  if (Object.values(filter).every((value) => value === undefined)) return sql`true`;
  const condition = passesExecutionFilter(filter);
  return sql`(select 1 from executions as e where e.number = w.rowid and ${condition}) is not null`;
}

/** The executions with the texts that are searched, in the order given. */
async function textsOf(database: Kysely<Database>, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const rows = await database
    .selectFrom('executions as e')
    .leftJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
    .leftJoin('batch_executions as b', 'b.execution_id', 'e.id')
    .leftJoin('run_steps as t', 't.execution_id', 'e.id')
    .leftJoin('optimization_calls as o', 'o.execution_id', 'e.id')
    .leftJoin('orchestration_phases as p', (join) =>
      join.onRef('p.id', '=', 'l.attempt_id').on('e.response', 'is', null),
    )
    .select([...summaryColumns, 'e.number', 'e.messages', 'e.response', 'p.answer'])
    .where('e.number', 'in', numbers)
    .execute();
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

type FoundTexts = Awaited<ReturnType<typeof textsOf>>[number];

function matchesIn(row: FoundTexts, terms: readonly SearchTerm[]): ExecutionMatch[] {
  const texts = {
    prompt: row.prompt_reference ?? '',
    model: row.model ?? '',
    messages: keptTexts(row.messages),
    response: searchedResponse(row),
  };
  return searchedFields.flatMap((field) => {
    // Before a passage is cut out: half of a credential would not be known for what it is.
    const text = redactSecrets(texts[field]);
    const ranges = findTerms(text.slice(0, MOST_SEARCHED_OF_EXECUTION), terms);
    return ranges.length === 0 ? [] : [{ field, ...snippetOf(text, ranges) }];
  });
}
