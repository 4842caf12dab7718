import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import {
  aMetric,
  anExperiment,
  anObservation,
  aVariant,
  observationRows,
} from '../../test/fixtures/experiments.js';
import { aProject, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newBatchId, newProjectId, newPromptVersionId } from '../base/ids.js';
import type { Project } from './project.js';
import type { Store } from './store.js';

let store: Store;
let shop: Project;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  shop = aProject();
  await store.projects.insert(shop);
});
afterEach(() => store.close());

describe('an experiment', () => {
  it('is read as it was written, with what belongs to it in its order', async () => {
    const experiment = anExperiment({
      project: shop.id,
      hypothesis: 'Shorter is better.',
      settings: { note: '漢字' },
      variants: [
        aVariant({ name: 'z', weight: 0.25, parameters: { temperature: 0.2 }, model: 'fake' }),
        aVariant({
          name: 'a',
          isControl: false,
          batch: newBatchId(),
          prompt: { version: newPromptVersionId(), reference: 'team/greet@12' },
        }),
      ],
      metrics: [
        aMetric({ name: 'score:tone', kind: 'mean', matters: 0.1 }),
        aMetric({ name: 'cost', kind: 'mean', better: 'lower', isPrimary: false }),
      ],
    });
    expect(await store.experiments.create(experiment)).toBe(true);
    expect(await store.experiments.withIdPrefix(experiment.id)).toEqual([experiment]);
  });

  it('has its name for itself where it is, and not elsewhere', async () => {
    const { experiments } = store;
    expect(await experiments.create(anExperiment({ project: shop.id }))).toBe(true);
    const second = anExperiment({ project: shop.id });
    expect(await experiments.create(second)).toBe(false);
    expect(await experiments.withIdPrefix(second.id)).toEqual([]);
    expect(await experiments.create(anExperiment())).toBe(true);
    expect(await experiments.create(anExperiment())).toBe(false);
    expect((await experiments.named('tone', shop.id)).map(({ project }) => project)).toEqual([shop.id, null]);
    expect((await experiments.named('tone', newProjectId())).map(({ project }) => project)).toEqual([null]);
  });

  it('gives its name free when it is archived, and is found by its id then', async () => {
    const { experiments } = store;
    const first = anExperiment();
    await experiments.create(first);
    expect(await experiments.move(first.id, 'archived', minutesLater(1))).toBe(true);
    expect(await experiments.move(first.id, 'running', minutesLater(2))).toBe(false);
    expect(await experiments.named('tone', null)).toEqual([]);
    expect(await experiments.withIdPrefix(first.id)).toMatchObject([
      { status: 'archived', archivedAt: minutesLater(1), updatedAt: minutesLater(1) },
    ]);
    expect(await experiments.create(anExperiment())).toBe(true);
  });
});

describe('a list of experiments', () => {
  it('has the newest first, and goes on where a page ended', async () => {
    const [old, middle, newest] = [0, 1, 2].map((minutes) =>
      anExperiment({ name: `n${minutes}`, createdAt: minutesLater(minutes) }),
    );
    for (const one of [middle, newest, old]) if (one !== undefined) await store.experiments.create(one);
    const first = await store.experiments.list({}, { limit: 2 });
    expect(first).toEqual([newest, middle]);
    expect(await store.experiments.list({}, { limit: 2, after: first[1] })).toEqual([old]);
    expect(await store.experiments.count({})).toEqual({ count: 3, exact: true });
  });

  it('has only what is asked for, and nothing that is hidden', async () => {
    const own = anExperiment({ project: shop.id });
    const global = anExperiment({ status: 'running' });
    for (const one of [own, global]) await store.experiments.create(one);
    const listed = async (filter: Parameters<Store['experiments']['list']>[0]) =>
      (await store.experiments.list(filter, { limit: 9 })).map(({ id }) => id);
    expect(await listed({ status: 'running' })).toEqual([global.id]);
    expect(await listed({ project: shop.id })).toEqual([own.id]);
    expect(await listed({ hidden: { projects: [shop.id], global: false } })).toEqual([global.id]);
    expect(await listed({ hidden: { projects: [], global: true } })).toEqual([own.id]);
  });
});

describe('where an experiment stands', () => {
  it('is kept with the times at which it was begun and stopped', async () => {
    const { id } = anExperiment();
    await store.experiments.create(anExperiment({ id }));
    const standing = async () => (await store.experiments.withIdPrefix(id))[0];
    await store.experiments.move(id, 'running', minutesLater(1));
    await store.experiments.move(id, 'stopped', minutesLater(2));
    expect(await standing()).toMatchObject({
      status: 'stopped',
      startedAt: minutesLater(1),
      stoppedAt: minutesLater(2),
      updatedAt: minutesLater(2),
    });
    await store.experiments.move(id, 'running', minutesLater(3));
    expect(await standing()).toMatchObject({ startedAt: minutesLater(1), stoppedAt: null });
  });
});

describe('the batches of variants', () => {
  it('are named by whoever comes first', async () => {
    const experiment = anExperiment();
    await store.experiments.create(experiment);
    const link = () => {
      const links = [1, 2].map((position) => ({ position, batch: newBatchId(), instead: null }));
      return { links, linked: store.experiments.linkBatches(experiment.id, links, someTime) };
    };
    const [first, second] = [link(), link()];
    const [isFirst, isSecond] = [await first.linked, await second.linked];
    expect([isFirst, isSecond].toSorted()).toEqual([false, true]);
    const [kept] = await store.experiments.withIdPrefix(experiment.id);
    const winner = isFirst ? first : second;
    expect(kept?.variants.map(({ batch }) => batch)).toEqual(winner.links.map(({ batch }) => batch));
  });
});

describe('what was measured', () => {
  it('stands beside each other for each unit, as it was measured last', async () => {
    const { experiments } = store;
    const { id } = anExperiment();
    await experiments.create(anExperiment({ id }));
    const rows = [
      anObservation({ unit: '2', variant: 2 }),
      anObservation({ unit: '2', repetition: 2, value: 0.25 }),
      anObservation({ unit: '2' }),
      anObservation({ unit: '1', metric: 2, value: 0.1 + 0.2 }),
    ];
    await experiments.observe(id, rows, someTime);
    await experiments.observe(id, [anObservation({ unit: '2', value: 0 })], minutesLater(1));
    await experiments.observe(id, [], minutesLater(1));
    expect(await observationRows(store, id, 1)).toEqual([
      { unit: '2', variant: 1, repetition: 1, value: 0 },
      { unit: '2', variant: 1, repetition: 2, value: 0.25 },
      { unit: '2', variant: 2, repetition: 1, value: 1 },
    ]);
    expect(await observationRows(store, id, 2)).toEqual([
      { unit: '1', variant: 1, repetition: 1, value: 0.1 + 0.2 },
    ]);
  });

  it('is read column by column, in the order of the units, to the last bit', async () => {
    const { experiments } = store;
    const { id } = anExperiment();
    await experiments.create(anExperiment({ id }));
    const values = [0.1 + 0.2, 5e-324, Number.MAX_VALUE, -1 / 3, 2 ** 53 - 1, 1.1046049492703684e-24];
    const units = ['b', 'B', 'ä', '10', '9', 'a b'];
    const rows = units.flatMap((unit, at) =>
      [2, 1].map((variant) => anObservation({ unit, variant, value: variant * (values[at] ?? 0) * 0.5 })),
    );
    await experiments.observe(id, rows, someTime);
    const kept = await observationRows(store, id, 1);
    expect(kept.map(({ unit }) => unit)).toEqual(units.toSorted().flatMap((unit) => [unit, unit]));
    expect(await experiments.observations(id, { metric: 1, kind: 'mean', rows: null })).toEqual({
      units: Int32Array.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6),
      variants: Float64Array.from(kept, ({ variant }) => variant),
      values: Float64Array.from(kept, ({ value }) => value),
      divisors: null,
    });
    expect((await experiments.observations(id, { metric: 1, kind: 'ratio', rows: null })).divisors).toEqual(
      new Float64Array(12).fill(1),
    );
    expect((await experiments.observations(id, { metric: 2, kind: 'mean', rows: null })).units).toEqual(
      new Int32Array(),
    );
  });

  it('may be more than fits into the first room for it', async () => {
    const { experiments } = store;
    const { id } = anExperiment();
    await experiments.create(anExperiment({ id }));
    const rows = Array.from({ length: 5000 }, (_, at) =>
      anObservation({ unit: String(10_000 + at), value: at }),
    );
    await experiments.observe(id, rows, someTime);
    const { values } = await experiments.observations(id, { metric: 1, kind: 'mean', rows: null });
    expect(values).toEqual(Float64Array.from({ length: 5000 }, (_, at) => at));
  });

  it('is counted by variant, and read up to a row', async () => {
    const { experiments } = store;
    const { id } = anExperiment();
    await experiments.create(anExperiment({ id }));
    const rows = [9, 10, 11].map((row) => anObservation({ unit: String(row), value: row }));
    await experiments.observe(id, [...rows, anObservation({ unit: '9', variant: 2 })], someTime);
    await experiments.observe(id, [anObservation({ unit: '9', repetition: 2 })], someTime);
    expect(Object.fromEntries(await experiments.unitsMeasured(id, 1))).toEqual({ 1: 3, 2: 1 });
    const { values } = await experiments.observations(id, { metric: 1, kind: 'mean', rows: 10 });
    expect(values).toEqual(Float64Array.of(10, 9, 1, 1));
  });
});
