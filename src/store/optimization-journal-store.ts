import type { Kysely } from 'kysely';
import type { ExecutionId, OptimizationId, PromptVersionId } from '../base/ids.js';
import type { ProcessIdentity } from '../base/process/process-identity.js';
import { answerOnRecord, type CallOnRecord } from '../engine/optimize/answer-on-record.js';
import type { KeptCandidate } from '../engine/optimize/candidate.js';
import type { Optimization, OptimizationProblem } from '../engine/optimize/optimization.js';
import type { CallKey } from '../engine/optimize/optimization-call.js';
import type { OptimizationJournal, RecordedCall } from '../engine/optimize/optimization-journal.js';
import type { OptimizationOutcome } from '../engine/optimize/optimization-outcome.js';
import type { OptimizationRow } from '../engine/optimize/optimization-row.js';
import { inChunks } from './in-chunks.js';
import { touchHeld } from './optimization-calls.js';
import {
  candidateColumns,
  candidateFromRow,
  dataRowFromRow,
  dataRowToRow,
  optimizationFromRow,
  optimizationToRow,
} from './optimization-row.js';
import { isFreeOf, isOwnedBy, ownerColumns } from './owner-columns.js';
import { problemColumns } from './problem-columns.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

const ROW_PARAMETERS = 4;

/** The journal of optimisations in a database. */
export class OptimizationJournalStore implements OptimizationJournal {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async create(optimization: Optimization, rows: readonly OptimizationRow[]): Promise<void> {
    await inTransaction(this.#database, [], async (transaction) => {
      await transaction.insertInto('optimizations').values(optimizationToRow(optimization)).execute();
      const insert = (chunk: readonly OptimizationRow[]) =>
        transaction
          .insertInto('optimization_rows')
          .values(chunk.map((row) => dataRowToRow(optimization.id, row)))
          .execute();
      await inChunks(rows, insert, ROW_PARAMETERS);
    });
  }

  async optimization(id: OptimizationId): Promise<Optimization | null> {
    const row = await this.#database
      .selectFrom('optimizations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : optimizationFromRow(row);
  }

  async rows(id: OptimizationId): Promise<readonly OptimizationRow[]> {
    const rows = await this.#database
      .selectFrom('optimization_rows')
      .selectAll()
      .where('optimization_id', '=', id)
      .orderBy('row')
      .execute();
    return rows.map(dataRowFromRow);
  }

  async recorded(id: OptimizationId, key: CallKey): Promise<RecordedCall | null> {
    const rows = await this.#database
      .selectFrom('optimization_calls as o')
      .innerJoin('executions as e', 'e.id', 'o.execution_id')
      .select(['e.id', 'e.status', 'e.response', 'e.cost', 'e.problem_code'])
      .where('o.optimization_id', '=', id)
      .where('o.key', '=', key)
      .where('e.status', '!=', 'running')
      .orderBy('o.number', 'desc')
      .execute();
    for (const { id: execution, problem_code, ...row } of rows) {
      const answer = answerOnRecord({ ...row, problem: problem_code } as CallOnRecord);
      if (answer !== null) return { ...answer, execution: execution as ExecutionId };
    }
    return null;
  }

  /** Positions are given inside the transaction: no two candidates share one. */
  async putCandidate(id: OptimizationId, candidate: KeptCandidate): Promise<void> {
    const columns = candidateColumns(candidate);
    await inTransaction(this.#database, [`optimization:${id}`], async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('optimization_candidates')
        .set(columns)
        .where('optimization_id', '=', id)
        .where('name', '=', candidate.name)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) return;
      const { last } = await transaction
        .selectFrom('optimization_candidates')
        .select(({ fn }) => fn.max('position').as('last'))
        .where('optimization_id', '=', id)
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto('optimization_candidates')
        .values({ optimization_id: id, position: (last ?? 0) + 1, name: candidate.name, ...columns })
        .execute();
    });
  }

  async candidates(id: OptimizationId): Promise<readonly KeptCandidate[]> {
    const rows = await this.#database
      .selectFrom('optimization_candidates')
      .selectAll()
      .where('optimization_id', '=', id)
      .orderBy('position')
      .execute();
    return rows.map(candidateFromRow);
  }

  async take(
    id: OptimizationId,
    owner: ProcessIdentity,
    replaces: ProcessIdentity | null,
    at: Date,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('optimizations')
      .set({
        status: 'running',
        ...ownerColumns(owner),
        ...problemColumns(null),
        updated_at: at.toISOString(),
      })
      .where('id', '=', id)
      .where('status', '!=', 'completed')
      .where(isFreeOf(replaces))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async leave(
    id: OptimizationId,
    owner: ProcessIdentity,
    problem: OptimizationProblem | null,
    at: Date,
  ): Promise<void> {
    await this.#database
      .updateTable('optimizations')
      .set({
        status: 'paused',
        ...ownerColumns(null),
        ...problemColumns(problem),
        updated_at: at.toISOString(),
      })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where(isOwnedBy(owner))
      .execute();
  }

  async complete(
    id: OptimizationId,
    owner: ProcessIdentity,
    outcome: OptimizationOutcome,
    at: Date,
  ): Promise<void> {
    await inTransaction(this.#database, [`optimization:${id}`], async (transaction) => {
      const busy = await touchHeld(transaction, id, owner, at);
      if (busy !== null) throw busy;
      await transaction
        .updateTable('optimizations')
        .set({
          status: 'completed',
          ...ownerColumns(null),
          ...problemColumns(null),
          result: JSON.stringify(outcome),
          finished_at: at.toISOString(),
        })
        .where('id', '=', id)
        .execute();
    });
  }

  async noteApplied(id: OptimizationId, version: PromptVersionId, at: Date): Promise<void> {
    await this.#database
      .updateTable('optimizations')
      .set({ applied_version_id: version, updated_at: at.toISOString() })
      .where('id', '=', id)
      .execute();
  }
}
