import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { anExperiment, anObservation } from '../../test/fixtures/experiments.js';
import { aProject, aSession, creationOf, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newExperimentId, newProjectId, type SessionId } from '../base/ids.js';
import type { Experiment } from '../engine/experiment/experiment.js';
import type { NewAssignment } from '../engine/experiment/online/new-assignment.js';
import type { Session } from '../engine/session/session.js';
import type { Store } from './store.js';

let store: Store;
let experiment: Experiment;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  experiment = anExperiment({ unit: 'session' });
  await store.experiments.create(experiment);
});
afterEach(() => store.close());

const begin = async (assignments: readonly Partial<NewAssignment>[], given: Partial<Session> = {}) => {
  const session = aSession(given);
  const whole = assignments.map((one) => ({
    ...{ experiment: experiment.id, unit: session.id, variant: 1, chosen: false },
    ...one,
  }));
  await store.journal.create({ ...creationOf(session), assignments: whole });
  return session.id;
};
const startOf = (other: Experiment, isRival = true) =>
  store.experiments.start(other.id, () => isRival, someTime);

describe('what a session gets', () => {
  it('is written with it, and read with the name of the variant', async () => {
    const [first, heldOut] = [await begin([{ variant: 2 }]), await begin([{ variant: null }])];
    const { id, name } = experiment;
    const got = (variant: string | null) => [
      { experiment: { id, name, archivedAt: null }, variant, chosen: false },
    ];
    expect(await store.sessionExperiments.ofSession(first)).toEqual(got('b'));
    expect(await store.sessionExperiments.ofSession(heldOut)).toEqual(got(null));
    expect(await store.sessionExperiments.ofSession(await begin([]))).toEqual([]);
  });

  it('is written with it or not at all', async () => {
    const session = aSession();
    const nowhere = { experiment: newExperimentId(), unit: session.id, variant: 1, chosen: false };
    await expect(store.journal.create({ ...creationOf(session), assignments: [nowhere] })).rejects.toThrow();
    expect(await store.sessions.withIdPrefix(session.id)).toEqual([]);
  });

  it('stays what a user got first', async () => {
    await begin([{ unit: 'user:ada', variant: 1 }, { variant: 1 }]);
    await begin([{ unit: 'user:ada', variant: 2 }, { variant: 1 }]);
    expect(await store.assignments.of(experiment.id, 'user:ada')).toMatchObject({ variant: 1 });
    expect(await store.assignments.of(experiment.id, 'user:bob')).toBeNull();
  });

  it('is counted by variant, users apart, and listed without users and the hold-out', async () => {
    const first = await begin([{ unit: 'user:ada', variant: 2 }, { variant: 2 }]);
    const second = await begin([{ variant: 2, chosen: true }], { createdAt: minutesLater(1) });
    await begin([{ variant: null }]);
    expect(await store.assignments.counts(experiment.id)).toEqual([
      { variant: null, chosen: false, users: false, count: 1 },
      { variant: 2, chosen: false, users: false, count: 1 },
      { variant: 2, chosen: false, users: true, count: 1 },
      { variant: 2, chosen: true, users: false, count: 1 },
    ]);
    const listed = await store.assignments.sessions(experiment.id);
    expect(new Set(listed.map(({ unit }) => unit))).toEqual(new Set([first, second]));
  });
});

describe('an experiment that decides', () => {
  it('is one over sessions that runs or is paused, of the project or of all', async () => {
    const shop = aProject();
    await store.projects.insert(shop);
    const own = anExperiment({ unit: 'user', project: shop.id });
    await store.experiments.create(own);
    expect(await store.sessionExperiments.anyDeciding()).toBe(false);
    for (const one of [experiment, own]) expect(await startOf(one, false)).toBeNull();
    await store.experiments.move(own.id, 'paused', minutesLater(1));
    expect(await store.sessionExperiments.anyDeciding()).toBe(true);
    const decidingIn = async (project: typeof shop.id | null) =>
      new Set((await store.experiments.deciding(project)).map(({ id }) => id));
    expect(await decidingIn(shop.id)).toEqual(new Set([experiment.id, own.id]));
    expect(await decidingIn(newProjectId())).toEqual(new Set([experiment.id]));
    for (const one of [experiment, own]) await store.experiments.move(one.id, 'stopped', minutesLater(2));
    expect(await store.sessionExperiments.anyDeciding()).toBe(false);
  });

  it('is never one that rows are put to', async () => {
    const rows = anExperiment({ name: 'rows' });
    await store.experiments.create(rows);
    await store.experiments.move(rows.id, 'running', someTime);
    expect(await store.sessionExperiments.anyDeciding()).toBe(false);
    expect(await store.experiments.deciding(null)).toEqual([]);
  });

  it('is one of two that are started at once, when each is in the way of the other', async () => {
    const other = anExperiment({ name: 'other', unit: 'session' });
    await store.experiments.create(other);
    const rivals = await Promise.all([startOf(experiment), startOf(other)]);
    expect(rivals.filter((rival) => rival === null)).toHaveLength(1);
    expect(await store.experiments.deciding(null)).toHaveLength(1);
  });
});

describe('what was measured of a session', () => {
  it('is taken back when it is open again, and what was recorded stays', async () => {
    const { experiments } = store;
    const measured = ['s1', 's2'].flatMap((unit) =>
      [1, 2].map((metric) => anObservation({ unit, metric, value: 3, divisor: 2 })),
    );
    await experiments.observe(experiment.id, measured, someTime);
    await experiments.unobserve(experiment.id, [1], [{ unit: 's1', repetition: 1 }]);
    expect(await experiments.measured(experiment.id, { metric: 1, variant: 1 }, 9)).toEqual([
      { value: 3, divisor: 2 },
    ]);
    expect(await experiments.observed(experiment.id, 1, 's2')).toBe(3);
    expect(await experiments.observed(experiment.id, 2, 's1')).toBe(3);
    expect(await experiments.observed(experiment.id, 1, 's1')).toBeNull();
  });
});

describe('what is known of a session', () => {
  const factsOf = async (id: SessionId) => (await store.sessionFacts.of([id]))[0];

  it('is nothing but that it began, at first', async () => {
    const id = await begin([], { createdBy: 'bob' });
    expect(await factsOf(id)).toEqual({
      id,
      status: 'planning',
      isDeleted: false,
      startedAt: someTime,
      movedAt: someTime,
      completedAt: null,
      user: 'bob',
      exact: null,
      verified: null,
      ratings: [],
      tokens: null,
      cost: null,
      rework: 0,
    });
  });

  it('has the newest rating of each phase', async () => {
    const id = await begin([]);
    const rate = (phase: 'planning' | 'analysis', rating: number) =>
      store.ratings.add({ session: id, phase, rating, note: null, actor: 'ada', at: someTime });
    for (const rating of [1, 5]) await rate('planning', rating);
    await rate('analysis', 3);
    expect((await factsOf(id))?.ratings.toSorted()).toEqual([3, 5]);
  });

  it('comes for sessions that began after a time, the newest first', async () => {
    const [, second] = [await begin([]), await begin([], { createdAt: minutesLater(5), createdBy: 'bob' })];
    const among = { project: null, hidden: undefined, since: minutesLater(1) };
    expect(await store.sessionFacts.begun(among, 5)).toEqual([
      { id: second, user: 'bob', startedAt: minutesLater(5) },
    ]);
    expect(await store.sessionFacts.begun({ ...among, since: someTime }, 5)).toHaveLength(2);
    expect(await store.sessionFacts.begun({ ...among, project: newProjectId() }, 5)).toEqual([]);
  });
});
