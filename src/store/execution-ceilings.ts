import { type Kysely, sql } from 'kysely';
import type { BatchId, ExecutionId, RunId, SessionId } from '../base/ids.js';
import { type CeilingScope, CostCeilingError } from '../engine/execution/errors.js';
import type { NanoDollars } from '../engine/execution/execution.js';
import type { BegunExecution, Ceilings, NewCall } from '../engine/execution/execution-journal.js';
import { inBatch, inRun, inSession } from '../engine/execution/execution-place.js';
import { totalsDue } from './batch-totals.js';
import type { Database } from './schema.js';

/** What is spent of what may be. */
interface Standing {
  readonly scope: CeilingScope;
  readonly limit: NanoDollars;
  readonly spent: NanoDollars;
}

/**
 * The ceiling that a call might break; null when it breaks none. It belongs into the transaction that writes
 * the call, which holds the write lock: no two calls take the same money.
 *
 * A call that is on its way counts with what it may cost at most. So does one whose process died, because
 * nobody knows what it cost: it counts for its session, and for its day. One that is over and whose cost nobody
 * told counts in the same way.
 */
export async function brokenCeiling(
  database: Kysely<Database>,
  execution: BegunExecution,
  { reserved }: NewCall,
  ceilings: Ceilings,
): Promise<CostCeilingError | null> {
  const wanted = reserved ?? 0;
  const standings = await standingsOf(database, execution, ceilings);
  const broken = standings.find(({ limit, spent }) => spent + wanted > limit);
  return broken === undefined ? null : new CostCeilingError(broken.scope, broken.limit, broken.spent, wanted);
}

/** What may still be spent, by the tightest of the ceilings; null when there are none. */
export async function leftUnder(
  database: Kysely<Database>,
  execution: BegunExecution,
  ceilings: Ceilings,
): Promise<NanoDollars | null> {
  const standings = await standingsOf(database, execution, ceilings);
  if (standings.length === 0) return null;
  return Math.max(0, Math.min(...standings.map(({ limit, spent }) => limit - spent)));
}

/** Adds up only what there is a ceiling for. */
async function standingsOf(
  database: Kysely<Database>,
  { id, place }: BegunExecution,
  { run, session: ofSession, batch: ofBatch, workflow, day }: Ceilings,
): Promise<Standing[]> {
  const standings: Standing[] = [];
  if (run !== null) standings.push({ scope: 'run', limit: run, spent: await spentBy(database, id) });
  const [step, item, turn] = [inSession(place), inBatch(place), inRun(place)];
  if (ofSession !== null && step !== null)
    standings.push({ scope: 'session', limit: ofSession, spent: await spentFor(database, step.session) });
  if (ofBatch !== null && item !== null)
    standings.push({ scope: 'batch', limit: ofBatch, spent: await spentByBatch(database, item.batch) });
  if (workflow !== null && turn !== null)
    standings.push({ scope: 'workflow', limit: workflow, spent: await spentByRun(database, turn.run) });
  if (day !== null)
    standings.push({ scope: 'day', limit: day.limit, spent: await spentSince(database, day.since) });
  return standings;
}

const spending = sql<number>`coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0)`;

async function spentBy(database: Kysely<Database>, execution: ExecutionId): Promise<NanoDollars> {
  const { spent } = await database
    .selectFrom('execution_attempts as a')
    .select(spending.as('spent'))
    .where('a.execution_id', '=', execution)
    .executeTakeFirstOrThrow();
  return spent;
}

/** What all executions of a session have cost, and may still cost. */
export async function spentFor(database: Kysely<Database>, session: SessionId): Promise<NanoDollars> {
  const { spent } = await database
    .selectFrom('orchestration_executions as l')
    .innerJoin('execution_attempts as a', 'a.execution_id', 'l.execution_id')
    .select(spending.as('spent'))
    .where('l.session_id', '=', session)
    .executeTakeFirstOrThrow();
  return spent;
}

/** The same of a batch, which counts them, with what the transaction is about to add. */
async function spentByBatch(database: Kysely<Database>, batch: BatchId): Promise<NanoDollars> {
  const { spent, reserved } = await database
    .selectFrom('batches')
    .select(['spent', 'reserved'])
    .where('id', '=', batch)
    .executeTakeFirstOrThrow();
  const added = totalsDue(database, batch);
  return spent + reserved + added.spent + added.reserved;
}

/** What all executions of a workflow's run have cost, and may still cost. */
export async function spentByRun(database: Kysely<Database>, run: RunId): Promise<NanoDollars> {
  const { spent } = await database
    .selectFrom('run_steps as s')
    .innerJoin('execution_attempts as a', 'a.execution_id', 's.execution_id')
    .select(spending.as('spent'))
    .where('s.run_id', '=', run)
    .executeTakeFirstOrThrow();
  return spent;
}

/** What all calls that began at a time or later have cost, and may still cost. */
export async function spentSince(database: Kysely<Database>, since: Date): Promise<NanoDollars> {
  const { spent } = await database
    .selectFrom('execution_attempts as a')
    .select(spending.as('spent'))
    .where('a.started_at', '>=', since.toISOString())
    .executeTakeFirstOrThrow();
  return spent;
}
