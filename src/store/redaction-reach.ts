import { sql, type Transaction } from 'kysely';
import type { BatchId, ExecutionId, OptimizationId, RunId, SessionId } from '../base/ids.js';
import type { BatchRows } from './batch-redaction.js';
import { batchFromRow } from './batch-row.js';
import { inChunks } from './in-chunks.js';
import type { Database } from './schema.js';

/** What somebody wants secrets taken out of: one thing, or all that was begun before a time. */
export type RedactionSubject =
  | { readonly kind: 'execution'; readonly id: ExecutionId }
  | { readonly kind: 'session'; readonly id: SessionId }
  | { readonly kind: 'batch'; readonly id: BatchId }
  | { readonly kind: 'run'; readonly id: RunId }
  | { readonly kind: 'before'; readonly time: Date };

/** All that has the texts of a subject. */
interface RedactionReach {
  readonly executions: readonly ExecutionId[];
  readonly sessions: readonly SessionId[];
  /** Runs of workflows. */
  readonly runs: readonly RunId[];
  readonly batches: readonly BatchRows[];
  readonly optimizations: readonly OptimizationId[];
}

/** What is concerned as a whole. */
interface Wholes {
  readonly executions: readonly string[];
  readonly sessions: readonly string[];
  readonly runs: readonly string[];
  readonly batches: readonly string[];
  readonly optimizations: readonly string[];
}

/**
 * The executions of a subject, those that the cache had their answers from, all that had theirs from the same, and all
 * of the sessions, runs of workflows and optimisations of these: an answer stands in the questions that come after it.
 * Rows of a batch know nothing of each other: of one that is not meant itself it is the rows of these executions. With
 * rows of an experiment go the judgements of them.
 */
export async function reachOf(
  transaction: Transaction<Database>,
  subject: RedactionSubject,
): Promise<RedactionReach> {
  const named = await wholesOf(transaction, subject);
  const wholes = await allRowsOf(transaction, named.batches);
  const sharing = await sharingWith(transaction, [
    ...named.executions,
    ...(await executionsOf(transaction, named, wholes)),
  ]);
  const sessions = union(
    named.sessions,
    sharing.map(({ session_id }) => session_id),
  );
  const runs = union(
    named.runs,
    sharing.map(({ run_id }) => run_id),
  );
  const optimizations = union(
    named.optimizations,
    sharing.map(({ optimization_id }) => optimization_id),
  );
  const batches = [...wholes, ...(await rowsOf(transaction, new Set(named.batches), sharing))];
  const executions = union(
    sharing.map(({ id }) => id),
    await executionsOf(transaction, { sessions, runs, optimizations }, batches),
  );
  return {
    executions: executions as ExecutionId[],
    sessions: sessions as SessionId[],
    runs: runs as RunId[],
    batches,
    optimizations: optimizations as OptimizationId[],
  };
}

const nothing: Wholes = { executions: [], sessions: [], runs: [], batches: [], optimizations: [] };

async function wholesOf(transaction: Transaction<Database>, subject: RedactionSubject): Promise<Wholes> {
  switch (subject.kind) {
    case 'execution':
      return { ...nothing, executions: [await present(transaction, subject.id)] };
    case 'session':
      return { ...nothing, sessions: [subject.id] };
    case 'batch':
      return { ...nothing, batches: [subject.id] };
    case 'run':
      return { ...nothing, runs: [subject.id] };
    case 'before':
      return begunBefore(transaction, subject.time.toISOString());
  }
}

async function present(transaction: Transaction<Database>, execution: ExecutionId): Promise<string> {
  const { id } = await transaction
    .selectFrom('executions')
    .select('id')
    .where('id', '=', execution)
    .executeTakeFirstOrThrow();
  return id;
}

async function begunBefore(transaction: Transaction<Database>, time: string): Promise<Wholes> {
  const begun = async (table: 'executions' | 'orchestration_sessions' | 'batches' | 'optimizations') => {
    const rows = await transaction.selectFrom(table).select('id').where('created_at', '<', time).execute();
    return rows.map(({ id }) => id);
  };
  const runs = await transaction
    .selectFrom('runs')
    .select('id')
    .where('kind', '=', 'workflow')
    .where('created_at', '<', time)
    .execute();
  return {
    executions: await begun('executions'),
    sessions: await begun('orchestration_sessions'),
    runs: runs.map(({ id }) => id),
    batches: await begun('batches'),
    optimizations: await begun('optimizations'),
  };
}

/** An execution that has an answer of others, and where it belongs. */
interface SharingExecution {
  readonly id: string;
  readonly session_id: string | null;
  readonly run_id: string | null;
  readonly batch_id: string | null;
  readonly position: number | null;
  readonly repetition: number | null;
  readonly optimization_id: string | null;
}

/** The executions themselves, and all that have the same answers by the cache. */
async function sharingWith(
  transaction: Transaction<Database>,
  executions: readonly string[],
): Promise<SharingExecution[]> {
  const answered = await inChunks(union(executions), (chunk) =>
    transaction.selectFrom('executions').select(['id', 'answered_by']).where('id', 'in', chunk).execute(),
  );
  const origins = union(answered.map(({ id, answered_by }) => answered_by ?? id));
  return inChunks(
    origins,
    (chunk) =>
      transaction
        .selectFrom('executions as e')
        .leftJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
        .leftJoin('run_steps as t', 't.execution_id', 'e.id')
        .leftJoin('batch_executions as b', 'b.execution_id', 'e.id')
        .leftJoin('batch_items as i', (join) =>
          join.onRef('i.batch_id', '=', 'b.batch_id').onRef('i.position', '=', 'b.position'),
        )
        .leftJoin('optimization_calls as o', 'o.execution_id', 'e.id')
        .select(['e.id', 'l.session_id', 't.run_id', 'i.batch_id', 'i.position', 'i.repetition'])
        .select('o.optimization_id')
        .where(({ or, eb }) => or([eb('e.id', 'in', chunk), eb('e.answered_by', 'in', chunk)]))
        .orderBy('e.number')
        .execute(),
    2,
  );
}

async function allRowsOf(
  transaction: Transaction<Database>,
  batches: readonly string[],
): Promise<BatchRows[]> {
  const found: BatchRows[] = [];
  for (const batch of batches) {
    const rows = await transaction
      .selectFrom('batch_items')
      .select('position')
      .where('batch_id', '=', batch)
      .orderBy('position')
      .execute();
    found.push({ batch: batch as BatchId, positions: rows.map(({ position }) => position) });
  }
  return found;
}

/** The rows that executions are for, each with all its repetitions, unless their batches are concerned as a whole. */
async function rowsOf(
  transaction: Transaction<Database>,
  wholes: ReadonlySet<string>,
  sharing: readonly SharingExecution[],
): Promise<BatchRows[]> {
  const elsewhere = sharing.filter(({ batch_id }) => batch_id !== null && !wholes.has(batch_id));
  const batches = await inChunks(union(elsewhere.map(({ batch_id }) => batch_id)), (chunk) =>
    transaction.selectFrom('batches').selectAll().where('id', 'in', chunk).execute(),
  );
  return batches.map(batchFromRow).map(({ id, settings: { repeat } }) => {
    const items = elsewhere.filter(({ batch_id }) => batch_id === id);
    return { batch: id, positions: [...new Set(items.flatMap((item) => repetitionsOf(item, repeat)))] };
  });
}

/** The items of a row lie one behind the other. */
function repetitionsOf({ position, repetition }: SharingExecution, repeat: number): number[] {
  if (position === null || repetition === null) return [];
  return Array.from({ length: repeat }, (_, at) => position - repetition + 1 + at);
}

async function executionsOf(
  transaction: Transaction<Database>,
  { sessions, runs, optimizations }: Pick<Wholes, 'sessions' | 'runs' | 'optimizations'>,
  batches: readonly BatchRows[],
): Promise<string[]> {
  const found = [
    ...(await executionsOfSessions(transaction, sessions)),
    ...(await executionsOfRuns(transaction, runs)),
    ...(await executionsOfOptimizations(transaction, optimizations)),
  ];
  for (const rows of batches) {
    found.push(...(await executionsOfRows(transaction, rows)));
    found.push(...(await judgementsOfRows(transaction, rows)));
  }
  return found;
}

async function executionsOfSessions(
  transaction: Transaction<Database>,
  sessions: readonly string[],
): Promise<string[]> {
  const rows = await inChunks(sessions, (chunk) =>
    transaction
      .selectFrom('orchestration_executions')
      .select('execution_id')
      .where('session_id', 'in', chunk)
      .execute(),
  );
  return rows.map(({ execution_id }) => execution_id);
}

async function executionsOfRuns(
  transaction: Transaction<Database>,
  runs: readonly string[],
): Promise<string[]> {
  const rows = await inChunks(runs, (chunk) =>
    transaction
      .selectFrom('run_steps')
      .select('execution_id')
      .where('run_id', 'in', chunk)
      .where('execution_id', 'is not', null)
      .execute(),
  );
  return rows.flatMap(({ execution_id }) => execution_id ?? []);
}

async function executionsOfOptimizations(
  transaction: Transaction<Database>,
  optimizations: readonly string[],
): Promise<string[]> {
  const rows = await inChunks(optimizations, (chunk) =>
    transaction
      .selectFrom('optimization_calls')
      .select('execution_id')
      .where('optimization_id', 'in', chunk)
      .execute(),
  );
  return rows.map(({ execution_id }) => execution_id);
}

async function executionsOfRows(
  transaction: Transaction<Database>,
  { batch, positions }: BatchRows,
): Promise<string[]> {
  const rows = await inChunks(positions, (chunk) =>
    transaction
      .selectFrom('batch_executions')
      .select('execution_id')
      .where('batch_id', '=', batch)
      .where('position', 'in', chunk)
      .execute(),
  );
  return rows.map(({ execution_id }) => execution_id);
}

/** Judges of an experiment were shown the rows, and what was answered: their executions belong to no batch. */
async function judgementsOfRows(
  transaction: Transaction<Database>,
  { batch, positions }: BatchRows,
): Promise<string[]> {
  const rows = await inChunks(positions, (chunk) =>
    transaction
      .selectFrom('batch_items as i')
      .innerJoin('experiment_variants as v', 'v.batch_id', 'i.batch_id')
      .innerJoin('experiment_metrics as m', 'm.experiment_id', 'v.experiment_id')
      .innerJoin('experiment_observations as o', (join) =>
        join
          .onRef('o.experiment_id', '=', 'm.experiment_id')
          .onRef('o.metric', '=', 'm.position')
          .on(sql<boolean>`o.unit = cast(i.row as text)`),
      )
      .leftJoin('batch_executions as b', 'b.execution_id', 'o.execution_id')
      .select('o.execution_id')
      .distinct()
      .where('i.batch_id', '=', batch)
      .where('i.position', 'in', chunk)
      .where('o.execution_id', 'is not', null)
      .where('b.execution_id', 'is', null)
      .execute(),
  );
  return rows.flatMap(({ execution_id }) => execution_id ?? []);
}

/** What there is in any of some lists, each once. */
function union(...lists: readonly (readonly (string | null)[])[]): string[] {
  return [...new Set(lists.flat().filter((item) => item !== null))];
}
