import { type Kysely, sql } from 'kysely';
import type { OptimizationId, ProjectId } from '../base/ids.js';
import type { NanoDollars } from '../engine/execution/execution.js';
import type { Optimization, OptimizationStatus } from '../engine/optimize/optimization.js';
import { type BoundedCount, boundedCount, countOf, ONE_MORE } from './bounded-count.js';
import { idRange } from './id-prefix.js';
import { inChunks } from './in-chunks.js';
import { notHidden } from './not-hidden.js';
import { optimizationFromRow } from './optimization-row.js';
import { isBehind } from './page.js';
import type { Database } from './schema.js';
import type { Hidden } from './standing.js';

/** Which optimisations are meant: those that have all of this. */
export interface OptimizationFilter {
  readonly status?: OptimizationStatus | undefined;
  readonly project?: ProjectId | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

export interface OptimizationPage {
  readonly limit: number;
  /** The last one of the page before; the first page when it is left out. */
  readonly after?: Pick<Optimization, 'id' | 'createdAt'> | undefined;
}

/** What was asked so far. */
export interface OptimizationTally {
  /** The executions, those included that were cut off and asked again. */
  readonly executions: number;
  /** What all of them cost; null when that of one is unknown. */
  readonly cost: NanoDollars | null;
}

/** Looking optimisations up; they are written through the journal only. */
export class OptimizationStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The optimisations whose id begins with a prefix; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Optimization[]> {
    const { from, to } = idRange(prefix);
    const rows = await this.#database
      .selectFrom('optimizations')
      .selectAll()
      .where('id', '>=', from)
      .where('id', '<', to)
      .orderBy('id')
      .limit(2)
      .execute();
    return rows.map(optimizationFromRow);
  }

  /** The optimisations that pass a filter, the newest first. */
  async list(filter: OptimizationFilter, { limit, after }: OptimizationPage): Promise<Optimization[]> {
    let query = this.#passing(filter).selectAll();
    if (after !== undefined)
      query = query.where(isBehind(['created_at', 'id'], 'desc', [after.createdAt.toISOString(), after.id]));
    const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    return rows.map(optimizationFromRow);
  }

  /** How many pass a filter. */
  async count(filter: OptimizationFilter): Promise<BoundedCount> {
    const { count } = await this.#database
      .selectNoFrom(countOf(this.#passing(filter).select('id').limit(ONE_MORE)).as('count'))
      .executeTakeFirstOrThrow();
    return boundedCount(count);
  }

  /** What was asked for optimisations so far; those for which nothing was are left out. */
  async tallies(ids: readonly OptimizationId[]): Promise<ReadonlyMap<string, OptimizationTally>> {
    const rows = await inChunks(ids, (chunk) =>
      this.#database
        .selectFrom('optimization_calls as o')
        .innerJoin('executions as e', 'e.id', 'o.execution_id')
        .select('o.optimization_id')
        .select(({ fn }) => [
          fn.countAll<number>().as('executions'),
          fn.count<number>('e.cost').as('known'),
          sql<number>`coalesce(sum(e.cost), 0)`.as('cost'),
        ])
        .where('o.optimization_id', 'in', chunk)
        .groupBy('o.optimization_id')
        .execute(),
    );
    return new Map(
      rows.map(({ optimization_id, executions, known, cost }) => [
        optimization_id,
        { executions: Number(executions), cost: known === executions ? Number(cost) : null },
      ]),
    );
  }

  #passing({ status, project, hidden }: OptimizationFilter) {
    let query = this.#database.selectFrom('optimizations');
    if (status !== undefined) query = query.where('status', '=', status);
    if (project !== undefined) query = query.where('project_id', '=', project);
    return hidden === undefined ? query : query.where(notHidden('project_id', hidden));
  }
}
