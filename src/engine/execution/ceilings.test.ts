import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { aCall, anExecution, noCeilings, tokens } from '../../../test/fixtures/executions.js';
import { aRequest, executionPortsWith, says, scriptedModel } from '../../../test/fixtures/scripted-model.js';
import { minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import { newSessionId } from '../../base/ids.js';
import type { ModelRequest } from '../../models/spec/model-request.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Store } from '../../store/store.js';
import { execute } from './execute.js';
import type { Ceilings } from './execution-journal.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const patient = () => ({ signal: new AbortController().signal });
const DOLLAR = 1e9;

/** A model that writes as much as it may. */
function greedy({ parameters }: ModelRequest) {
  return says('x', { usage: tokens(10, parameters.maxOutputTokens ?? 4096) });
}

function ask(model: OpenModel, ceilings: Partial<Ceilings>, session = newSessionId(), price?: null) {
  const place = { session, step: 'process', part: null, attempt: null } as const;
  const ports = executionPortsWith(store, model, price === null ? { price } : {});
  return execute(ports, aRequest({ place, ceilings: { ...noCeilings, ...ceilings } }), patient());
}

async function spent(): Promise<number> {
  return store.executions.spentSince(minutesLater(-60));
}

describe('a ceiling', () => {
  it('on the day holds for twenty at once', async () => {
    const model = scriptedModel([greedy]);
    const limit = 0.2 * DOLLAR;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => ask(model, { day: { since: someTime, limit } })),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'COST_CEILING', scope: 'day' });
    expect(await spent()).toBeGreaterThan(0);
    expect(await spent()).toBeLessThanOrEqual(limit);
    expect(await store.executions.count({})).toEqual({ count: 20 - refused.length, exact: true });
  });

  it('on a session counts that session, also what may still be spent by a call on its way', async () => {
    const session = newSessionId();
    const place = { session, step: 'process', part: null, attempt: null } as const;
    await store.executionJournal.begin(anExecution({ place }), aCall({ reserved: 0.4 * DOLLAR }), noCeilings);
    const model = scriptedModel([greedy]);
    await ask(model, { session: DOLLAR / 2 }, session);
    expect(model.asked[0]?.parameters.maxOutputTokens).toBeLessThan((0.1 * DOLLAR) / 2000);
    await expect(ask(model, { session: 0.4 * DOLLAR }, session)).rejects.toMatchObject({ scope: 'session' });
    await ask(model, { session: 0.4 * DOLLAR });
  });

  it('refuses a model whose price nobody knows, with nothing on record', async () => {
    const model = scriptedModel([says('Yes.')]);
    await expect(ask(model, { run: DOLLAR }, newSessionId(), null)).rejects.toMatchObject({
      code: 'PRICE_UNKNOWN',
    });
    expect(model.asked).toEqual([]);
    expect(await store.executions.count({})).toEqual({ count: 0, exact: true });
  });

  it('refuses an agent when nothing is left, and tells it what is left otherwise', async () => {
    const abilities = { tools: true, images: false, schema: true, budget: true };
    const agent = scriptedModel([says('Done.', { reportedCost: 1 })], { kind: 'agent', abilities });
    const session = newSessionId();
    const ports = executionPortsWith(store, agent);
    const place = { session, step: 'complete', part: null, attempt: null } as const;
    const request = aRequest({
      place,
      agent: { folder: '/repo', access: 'write' },
      ceilings: { ...noCeilings, session: DOLLAR },
    });
    await execute(ports, request, patient());
    expect(agent.asked[0]?.agent).toMatchObject({ maxCost: 1 });
    await expect(execute(ports, request, patient())).rejects.toMatchObject({ code: 'COST_CEILING' });
    expect(agent.asked).toHaveLength(1);
  });
});
