import { describe, expect, it } from 'vitest';
import { anExperiment, aStrategyVariant } from '../../../../test/fixtures/experiments.js';
import { newProjectId, newSessionId } from '../../../base/ids.js';
import type { Experiment } from '../experiment.js';
import type { Strategy } from '../strategy.js';
import { decidesAbout, inCommon } from './decides-about.js';
import type { OnlineTerms } from './online-terms.js';
import { assignmentsOf, type DecidingExperiment, shareOf } from './share-of.js';

const always: OnlineTerms = { holdOut: null, namespace: null, windowDays: 14 };
const templates = (kind: keyof Strategy['templates']): Strategy => ({
  templates: { [kind]: { version: null, reference: `builtin/${kind}` } },
  models: {},
});
const deciding = (given: Partial<Experiment> = {}, terms: Partial<OnlineTerms> = {}): DecidingExperiment => ({
  experiment: anExperiment({
    unit: 'session',
    status: 'running',
    variants: [
      aStrategyVariant({ name: 'usual', weight: 0.5 }),
      aStrategyVariant({ name: 'b', weight: 0.5, isControl: false, strategy: templates('orchestrator') }),
    ],
    ...given,
  }),
  terms: { ...always, ...terms },
});
const session = newSessionId();
const ada = { session, user: 'ada' };

describe('the share that a session gets', () => {
  it('is the same every time, and one of the variants', () => {
    const one = deciding();
    const share = shareOf(one, ada, null);
    expect([1, 2]).toContain(share?.variant);
    expect(shareOf(one, ada, null)).toEqual(share);
    expect(shareOf(one, { ...ada, user: 'bob' }, null)).toEqual(share);
  });

  it('depends on the user where users are shared out, not on the session', () => {
    const one = deciding({ unit: 'user' });
    const shares = Array.from({ length: 20 }, () =>
      shareOf(one, { session: newSessionId(), user: 'ada' }, null),
    );
    expect(new Set(shares.map((share) => share?.variant)).size).toBe(1);
  });

  it('is what the user got before, in a pause too', () => {
    const kept = { variant: 2, chosen: false };
    for (const status of ['running', 'paused'] as const)
      expect(shareOf(deciding({ unit: 'user', status }), ada, kept)).toEqual(kept);
    expect(shareOf(deciding({ unit: 'user', status: 'paused' }), ada, null)).toBeNull();
  });

  it('is none in the hold-out, and nothing outside of the namespace', () => {
    const holdOut = { name: 'all', share: 1 };
    expect(shareOf(deciding({}, { holdOut }), ada, null)).toEqual({ variant: null, chosen: false });
    const namespace = { name: 'all', from: 0, to: 0 };
    expect(shareOf(deciding({}, { namespace }), ada, null)).toBeNull();
  });

  it('is kept for the session, and for the user unless it was chosen', () => {
    const { experiment } = deciding({ unit: 'user' });
    const kept = (chosen: boolean) =>
      assignmentsOf(experiment, ada, { variant: 1, chosen }).map(({ unit }) => unit);
    expect(kept(false)).toEqual(['user:ada', session]);
    expect(kept(true)).toEqual([session]);
    expect(assignmentsOf(deciding().experiment, ada, { variant: 1, chosen: false })).toHaveLength(1);
  });
});

describe('what an experiment decides about', () => {
  it('is what any of its variants says something of', () => {
    expect(decidesAbout(deciding().experiment)).toEqual({ templates: ['orchestrator'], models: false });
    const cold = aStrategyVariant({ parameters: { temperature: 0 } });
    const agent = aStrategyVariant({ strategy: { templates: {}, models: { implementation: 'claude' } } });
    for (const variant of [cold, agent, aStrategyVariant({ model: 'fake' })])
      expect(decidesAbout({ variants: [variant] })).toEqual({ templates: [], models: true });
  });

  it('is in the way of another one that decides about the same', () => {
    expect(inCommon(deciding(), deciding())).toBe('the orchestrator template');
    const models = deciding({ variants: [aStrategyVariant({ model: 'fake' })] });
    expect(inCommon(models, models)).toBe('the models');
    expect(inCommon(deciding(), models)).toBeNull();
  });

  it("is in nobody's way in another project", () => {
    const [shop, bank] = [newProjectId(), newProjectId()];
    expect(inCommon(deciding({ project: shop }), deciding({ project: bank }))).toBeNull();
    expect(inCommon(deciding({ project: shop }), deciding())).not.toBeNull();
  });

  it("is in nobody's way in another part of a namespace, where the same is shared out", () => {
    const half = (from: number, name = 'all') => ({ namespace: { name, from, to: from + 0.5 } });
    expect(inCommon(deciding({}, half(0)), deciding({}, half(0.5)))).toBeNull();
    expect(inCommon(deciding({}, half(0)), deciding({}, half(0.4)))).not.toBeNull();
    expect(inCommon(deciding({}, half(0)), deciding({}, half(0.5, 'other')))).not.toBeNull();
    expect(inCommon(deciding({}, half(0)), deciding({ unit: 'user' }, half(0.5)))).not.toBeNull();
  });
});
