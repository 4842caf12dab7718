import { type Kysely, sql } from 'kysely';
import type { OptimizationId } from '../base/ids.js';
import type { NanoDollars } from '../engine/execution/execution.js';
import type { Optimization, OptimizationStatus } from '../engine/optimize/optimization.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { inChunks } from './in-chunks.js';
import { type NewestPage, newestFirst, passesStatusFilter, type StatusFilter } from './newest-first.js';
import { optimizationFromRow } from './optimization-row.js';
import type { Database } from './schema.js';

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
    const rows = await this.#database
      .selectFrom('optimizations')
      .selectAll()
      .where(beginsWith('id', prefix))
      .orderBy('id')
      .limit(2)
      .execute();
    return rows.map(optimizationFromRow);
  }

  /** The optimisations that pass a filter, the newest first. */
  async list(filter: StatusFilter<OptimizationStatus>, page: NewestPage): Promise<Optimization[]> {
    const rows = await this.#passing(filter).selectAll().$call(newestFirst(page)).execute();
    return rows.map(optimizationFromRow);
  }

  /** How many pass a filter. */
  count(filter: StatusFilter<OptimizationStatus>): Promise<BoundedCount> {
    return countRows(this.#database, this.#passing(filter).select('id').limit(ONE_MORE));
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

  #passing(filter: StatusFilter<OptimizationStatus>) {
    return this.#database.selectFrom('optimizations').where(passesStatusFilter(filter));
  }
}
