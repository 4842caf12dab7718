import { type Kysely, type Selectable, sql } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { BatchId, ExecutionId, ExperimentId } from '../base/ids.js';
import type { NanoDollars } from '../engine/execution/execution.js';
import type {
  Conclusion,
  Experiment,
  ExperimentStatus,
  MetricKind,
} from '../engine/experiment/experiment.js';
import { type Judgement, repetitionRecorded } from '../engine/experiment/judge/judgement.js';
import type { Observation, ObservedColumns } from '../engine/experiment/observation.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import {
  conclusionColumn,
  experimentFromRows,
  experimentToRow,
  metricsToRows,
  observationToRow,
  variantsToRows,
} from './experiment-row.js';
import { inChunks } from './in-chunks.js';
import { type NewestPage, newestFirst, passesStatusFilter, type StatusFilter } from './newest-first.js';
import { scopeKeys } from './prompt-filter.js';
import type { PromptScope } from './prompt-store.js';
import type { Database, ExperimentsTable } from './schema.js';
import { inTransaction } from './transaction.js';

/** That a batch asks a variant. */
export interface BatchLink {
  /** The variant's number, from 1. */
  readonly position: number;
  readonly batch: BatchId | null;
  /** The one that did so far, as it was known. */
  readonly instead: BatchId | null;
}

/** Which figures are meant. */
export interface WantedObservations {
  /** The number of the metric in the experiment, from 1. */
  readonly metric: number;
  /** Of that metric: quotients have something that they are divided by. */
  readonly kind: MetricKind;
  /** Of rows up to this number only; null for whatever there is. */
  readonly rows: number | null;
}

/** Which figures are meant: those of a variant by a metric. */
export type Measured = Pick<Observation, 'metric' | 'variant'>;

/** A figure, and what it is divided by where it is a quotient. */
export interface MeasuredFigure {
  readonly value: number;
  readonly divisor: number | null;
}

/** A unit that was tried, and which time it was. */
export type Tried = Pick<Observation, 'unit' | 'repetition'>;

const observationKey = ['experiment_id', 'metric', 'unit', 'variant', 'repetition'] as const;
const OBSERVATION_PARAMETERS = 9;
/** Experiments that are started at the same time would not see each other. */
const STARTING = 'experiment:start';

/** Experiments with their variants and metrics, and what was measured. */
export class ExperimentStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /**
   * Writes an experiment with all that belongs to it.
   *
   * @returns false when another one has its name there, be it one that must not be seen; then nothing was written
   */
  create(experiment: Experiment): Promise<boolean> {
    return inTransaction(this.#database, [], async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('experiments')
        .values(experimentToRow(experiment))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (Number(numInsertedOrUpdatedRows) === 0) return false;
      await transaction.insertInto('experiment_variants').values(variantsToRows(experiment)).execute();
      await transaction.insertInto('experiment_metrics').values(metricsToRows(experiment)).execute();
      return true;
    });
  }

  /** The experiments of a name that a scope sees and that are not archived, the project's own first: two at most. */
  async named(name: string, scope: PromptScope): Promise<Experiment[]> {
    const rows = await this.#database
      .selectFrom('experiments')
      .selectAll()
      .where('name', '=', name)
      .where(sql`coalesce(project_id, '')`, 'in', scopeKeys(scope))
      .where('archived_at', 'is', null)
      .orderBy(sql`project_id is null`)
      .execute();
    return this.#whole(rows);
  }

  /** The experiments whose id begins so, archived ones too; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Experiment[]> {
    const rows = await this.#database
      .selectFrom('experiments')
      .selectAll()
      .where(beginsWith('id', prefix))
      .orderBy('id')
      .limit(2)
      .execute();
    return this.#whole(rows);
  }

  /** The experiments that pass a filter, the newest first. */
  async list(filter: StatusFilter<ExperimentStatus>, page: NewestPage): Promise<Experiment[]> {
    const rows = await this.#passing(filter).selectAll().$call(newestFirst(page)).execute();
    return this.#whole(rows);
  }

  /** How many pass a filter. */
  count(filter: StatusFilter<ExperimentStatus>): Promise<BoundedCount> {
    return countRows(this.#database, this.#passing(filter).select('id').limit(ONE_MORE));
  }

  /** The experiments that may have a hand in sessions of a project that begin, in the order in which they were started. */
  async deciding(project: PromptScope): Promise<Experiment[]> {
    const rows = await this.#deciding(this.#database)
      .where(sql`coalesce(project_id, '')`, 'in', scopeKeys(project))
      .execute();
    return this.#whole(rows);
  }

  /**
   * Lets an experiment decide about sessions that begin from now on.
   *
   * @param isRival whether another one that does so already is in its way
   * @returns that one; null when there is none, and it is started
   */
  start(id: ExperimentId, isRival: (other: Experiment) => boolean, at: Date): Promise<Experiment | null> {
    return inTransaction(this.#database, [STARTING], async (transaction) => {
      const within = new ExperimentStore(transaction);
      const others = await within.#whole(await within.#deciding(transaction).execute());
      const rival = others.find((other) => other.id !== id && isRival(other)) ?? null;
      if (rival === null) await within.move(id, 'running', at);
      return rival;
    });
  }

  /**
   * Says where an experiment stands from now on. One that is archived stays so.
   *
   * @param to anywhere but back to a draft
   * @returns whether it did
   */
  async move(id: ExperimentId, to: Exclude<ExperimentStatus, 'draft'>, at: Date): Promise<boolean> {
    const time = at.toISOString();
    const { numUpdatedRows } = await this.#database
      .updateTable('experiments')
      .set(({ fn, val }) => ({
        status: to,
        updated_at: time,
        ...(to === 'running' && { started_at: fn.coalesce('started_at', val(time)), stopped_at: null }),
        ...(to === 'stopped' && { stopped_at: time }),
        ...(to === 'archived' && { archived_at: time }),
      }))
      .where('id', '=', id)
      .where('status', '<>', 'archived')
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  /** Says what was decided, in the place of what was decided before. */
  async conclude(id: ExperimentId, conclusion: Conclusion, at: Date): Promise<void> {
    await this.#database
      .updateTable('experiments')
      .set({ conclusion: conclusionColumn(conclusion), updated_at: at.toISOString() })
      .where('id', '=', id)
      .execute();
  }

  /**
   * Says which batches ask the variants.
   *
   * @returns false when others were named meanwhile; then nothing was written
   */
  linkBatches(id: ExperimentId, links: readonly BatchLink[], at: Date): Promise<boolean> {
    return inTransaction(this.#database, [`experiment:${id}`], async (transaction) => {
      const rows = await transaction
        .selectFrom('experiment_variants')
        .select(['position', 'batch_id'])
        .where('experiment_id', '=', id)
        .execute();
      const now = new Map(rows.map(({ position, batch_id }) => [position, batch_id]));
      if (links.some(({ position, instead }) => now.get(position) !== instead)) return false;
      for (const { position, batch } of links) {
        await transaction
          .updateTable('experiment_variants')
          .set({ batch_id: batch })
          .where('experiment_id', '=', id)
          .where('position', '=', position)
          .execute();
      }
      await transaction
        .updateTable('experiments')
        .set({ updated_at: at.toISOString() })
        .where('id', '=', id)
        .execute();
      return true;
    });
  }

  /** Writes what was measured, in the place of what was measured of the same before. */
  async observe(id: ExperimentId, observations: readonly Observation[], at: Date): Promise<void> {
    const time = at.toISOString();
    await inTransaction(this.#database, [], async (transaction) => {
      const insert = (chunk: readonly Observation[]) =>
        transaction
          .insertInto('experiment_observations')
          .values(chunk.map((one) => observationToRow(id, one, time)))
          .onConflict((conflict) =>
            conflict.columns(observationKey).doUpdateSet(({ ref }) => ({
              value: ref('excluded.value'),
              divisor: ref('excluded.divisor'),
              execution_id: ref('excluded.execution_id'),
              at: ref('excluded.at'),
            })),
          )
          .execute();
      await inChunks(observations, insert, OBSERVATION_PARAMETERS);
    });
  }

  /** What was measured of a variant by a metric, the first time of each unit; no more than a number of units. */
  async measured(id: ExperimentId, { metric, variant }: Measured, limit: number): Promise<MeasuredFigure[]> {
    return this.#database
      .selectFrom('experiment_observations')
      .select(['value', 'divisor'])
      .where('experiment_id', '=', id)
      .where('metric', '=', metric)
      .where('variant', '=', variant)
      .where('repetition', '=', 1)
      .orderBy('unit')
      .limit(limit)
      .execute();
  }

  /** What was measured of a unit by a metric; null when nothing was. */
  async observed(id: ExperimentId, metric: number, unit: string): Promise<number | null> {
    const row = await this.#database
      .selectFrom('experiment_observations')
      .select('value')
      .where('experiment_id', '=', id)
      .where('metric', '=', metric)
      .where('unit', '=', unit)
      .limit(1)
      .executeTakeFirst();
    return row?.value ?? null;
  }

  /** Takes back what was measured of units by metrics: it is open again. */
  async unobserve(id: ExperimentId, metrics: readonly number[], tries: readonly Tried[]): Promise<void> {
    if (metrics.length === 0) return;
    const kept = await inChunks([...new Set(tries.map(({ unit }) => unit))], (chunk) =>
      this.#database
        .selectFrom('experiment_observations')
        .select(['metric', 'unit', 'variant', 'repetition'])
        .where('experiment_id', '=', id)
        .where('metric', 'in', metrics)
        .where('unit', 'in', chunk)
        .execute(),
    );
    const open = new Set(tries.map(({ unit, repetition }) => `${repetition} ${unit}`));
    for (const { metric, unit, variant, repetition } of kept) {
      if (!open.has(`${repetition} ${unit}`)) continue;
      await this.#database
        .deleteFrom('experiment_observations')
        .where('experiment_id', '=', id)
        .where('metric', '=', metric)
        .where('unit', '=', unit)
        .where('variant', '=', variant)
        .where('repetition', '=', repetition)
        .execute();
    }
  }

  /** What was measured by a metric, in the order of the units. */
  async observations(id: ExperimentId, { metric, kind, rows }: WantedObservations): Promise<ObservedColumns> {
    const within = rows === null ? sql`` : sql`and cast(unit as integer) <= ${rows}`;
    const query = sql`
      select unit, variant, value, coalesce(divisor, 1) as divisor
      from experiment_observations
      where experiment_id = ${id} and metric = ${metric} ${within}
      order by unit, variant, repetition
    `;
    const wanted = kind === 'ratio' ? ['variant', 'value', 'divisor'] : ['variant', 'value'];
    const { runs, numbers } = await capabilitiesOf(this.#database).columns(this.#database, {
      ...{ query, text: 'unit', numbers: wanted },
    });
    const [variants = new Float64Array(), values = new Float64Array(), divisors = null] = numbers;
    return { units: runs, variants, values, divisors };
  }

  /** In how many units each variant was measured by a metric, by the numbers of the variants. */
  async unitsMeasured(id: ExperimentId, metric: number): Promise<ReadonlyMap<number, number>> {
    const rows = await this.#database
      .selectFrom('experiment_observations')
      .select(['variant', ({ fn }) => fn.count<number>('unit').distinct().as('units')])
      .where('experiment_id', '=', id)
      .where('metric', '=', metric)
      .groupBy('variant')
      .execute();
    return new Map(rows.map(({ variant, units }) => [variant, Number(units)]));
  }

  /** What a judge said of the variants, by the metric of its check. What stands for the control is left out. */
  async judgements(id: ExperimentId, metric: number): Promise<Judgement[]> {
    const rows = await this.#database
      .selectFrom('experiment_observations as o')
      .innerJoin('experiment_variants as v', (join) =>
        join.onRef('v.experiment_id', '=', 'o.experiment_id').onRef('v.position', '=', 'o.variant'),
      )
      .select(['o.unit', 'o.variant', 'o.repetition', 'o.value', 'o.execution_id'])
      .where('o.experiment_id', '=', id)
      .where('o.metric', '=', metric)
      .where('v.is_control', '=', 0)
      .orderBy('o.unit')
      .orderBy('o.variant')
      .orderBy('o.repetition')
      .execute();
    return rows.map(({ unit, variant, repetition, value, execution_id }) => ({
      ...{ unit, variant, value },
      ...repetitionRecorded(repetition),
      execution: execution_id as ExecutionId | null,
    }));
  }

  /** What the executions cost in which figures of a metric were seen, and how many there are. */
  async costOf(
    id: ExperimentId,
    metric: number,
  ): Promise<{ readonly calls: number; readonly cost: NanoDollars }> {
    const found = await this.#database
      .selectFrom('experiment_observations as o')
      .innerJoin('executions as e', 'e.id', 'o.execution_id')
      .select(({ fn }) => [fn.countAll<number>().as('calls'), fn.sum<number | null>('e.cost').as('cost')])
      .where('o.experiment_id', '=', id)
      .where('o.metric', '=', metric)
      .executeTakeFirstOrThrow();
    return { calls: Number(found.calls), cost: Number(found.cost ?? 0) };
  }

  #deciding(database: Kysely<Database>) {
    return database
      .selectFrom('experiments')
      .selectAll()
      .where('status', 'in', ['running', 'paused'])
      .where('unit', '<>', 'row')
      .orderBy('started_at')
      .orderBy('id');
  }

  #passing(filter: StatusFilter<ExperimentStatus>) {
    return this.#database.selectFrom('experiments').where(passesStatusFilter(filter));
  }

  /** With what belongs to them, in the same order. */
  async #whole(rows: readonly Selectable<ExperimentsTable>[]): Promise<Experiment[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const variants = await this.#database
      .selectFrom('experiment_variants')
      .selectAll()
      .where('experiment_id', 'in', ids)
      .orderBy('experiment_id')
      .orderBy('position')
      .execute();
    const metrics = await this.#database
      .selectFrom('experiment_metrics')
      .selectAll()
      .where('experiment_id', 'in', ids)
      .orderBy('experiment_id')
      .orderBy('position')
      .execute();
    const variantsOf = grouped(variants, ({ experiment_id }) => experiment_id, itself);
    const metricsOf = grouped(metrics, ({ experiment_id }) => experiment_id, itself);
    return rows.map((row) =>
      experimentFromRows(row, variantsOf.get(row.id) ?? [], metricsOf.get(row.id) ?? []),
    );
  }
}

function itself<Item>(item: Item): Item {
  return item;
}
