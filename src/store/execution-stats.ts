import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { NanoDollars } from '../engine/execution/execution.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { type ExecutionFilter, passesExecutionFilter } from './execution-filter.js';
import type { Database } from './schema.js';

/** What executions are put together by; `all` for one figure of all. Days are days in UTC. */
export const executionGroupings = ['all', 'model', 'prompt', 'day', 'project', 'status', 'session'] as const;
export type ExecutionGrouping = (typeof executionGroupings)[number];

/** Figures of the executions that have one thing in common. */
export interface ExecutionStats {
  /** The model, the prompt's name and so on; null for those that have none. */
  readonly key: string | null;
  readonly count: number;
  readonly running: number;
  readonly succeeded: number;
  /** Those that the cache answered. */
  readonly cached: number;
  /** How many of those that are over succeeded, from 0 to 1; null when none is over. */
  readonly successRate: number | null;
  /** As far as they are known; null when those of none are. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** As far as it is known. */
  readonly cost: NanoDollars;
  /** Executions that are over and asked a model or an agent, and nobody knows what they cost. */
  readonly ofUnknownCost: number;
  /** In milliseconds, of those that asked a model or an agent; null when there is none. */
  readonly latency: { readonly p50: number; readonly p95: number } | null;
}

/** Figures by one thing: days the newest first, all else the most frequent first. */
export async function executionStats(
  database: Kysely<Database>,
  filter: ExecutionFilter,
  by: ExecutionGrouping,
): Promise<ExecutionStats[]> {
  const rows = await database
    .with('measured', (query) =>
      query
        .selectFrom('executions as e')
        .leftJoin('projects as p', 'p.id', 'e.project_id')
        .select(['e.kind', 'e.status', 'e.answered_by', 'e.input_tokens', 'e.output_tokens', 'e.cost'])
        .select([keyOf(by, database).as('key'), latency.as('latency')])
        .where(passesExecutionFilter(filter)),
    )
    .with('placed', (query) =>
      query
        .selectFrom('measured')
        .selectAll()
        .select([
          sql<number>`row_number() over (partition by key order by latency is null, latency)`.as('place'),
          sql<number>`count(latency) over (partition by key)`.as('timed'),
        ]),
    )
    .selectFrom('placed')
    .select(figures)
    .groupBy('key')
    .orderBy(by === 'day' ? sql`key` : sql`count(*)`, 'desc')
    .orderBy('key')
    .execute();
  return rows.map(statsFromRow);
}

const keys: Readonly<Record<Exclude<ExecutionGrouping, 'prompt'>, RawBuilder<string | null>>> = {
  all: sql`null`,
  model: sql`e.model`,
  day: sql`substr(e.created_at, 1, 10)`,
  project: sql`coalesce(p.name, e.project_id)`,
  status: sql`e.status`,
  session: sql`(select o.session_id from orchestration_executions o where o.execution_id = e.id)`,
};

function keyOf(by: ExecutionGrouping, database: Kysely<Database>): RawBuilder<string | null> {
  if (by !== 'prompt') return keys[by];
  // A name has no "@"; what follows it is the version.
  const at = capabilitiesOf(database).position(sql`e.prompt_reference || '@'`, sql.lit('@'));
  return sql`substr(e.prompt_reference, 1, ${at} - 1)`;
}

/** An answer from the cache takes no time, and says nothing of the model. */
const latency = sql<number | null>`case when e.answered_by is null then e.latency_ms end`;

const figures = [
  sql<string | null>`key`.as('key'),
  sql<number>`count(*)`.as('count'),
  sql<number>`count(*) filter (where status = 'running')`.as('running'),
  sql<number>`count(*) filter (where status = 'succeeded')`.as('succeeded'),
  sql<number>`count(answered_by)`.as('cached'),
  sql<number | null>`sum(input_tokens)`.as('input'),
  sql<number | null>`sum(output_tokens)`.as('output'),
  sql<number>`coalesce(sum(cost), 0)`.as('cost'),
  sql<number>`count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running')`.as(
    'ofUnknownCost',
  ),
  percentile(50).as('p50'),
  percentile(95).as('p95'),
] as const;

/** The smallest latency that so many in a hundred do not exceed. */
function percentile(share: number): RawBuilder<number | null> {
  return sql<number | null>`min(latency) filter (where place * 100 >= timed * ${sql.lit(share)})`;
}

interface StatsRow {
  readonly key: string | null;
  readonly count: number;
  readonly running: number;
  readonly succeeded: number;
  readonly cached: number;
  readonly input: number | null;
  readonly output: number | null;
  readonly cost: number;
  readonly ofUnknownCost: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

function statsFromRow({ input, output, p50, p95, ...row }: StatsRow): ExecutionStats {
  const over = row.count - row.running;
  return {
    ...row,
    successRate: over === 0 ? null : row.succeeded / over,
    inputTokens: input,
    outputTokens: output,
    latency: p50 === null || p95 === null ? null : { p50, p95 },
  };
}
