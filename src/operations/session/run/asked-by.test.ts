import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../../test/fixtures/empty-store.js';
import { writeExecution } from '../../../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../../../test/fixtures/sessions.js';
import { newRunId, newSessionId } from '../../../base/ids.js';
import type { RunStep } from '../../../engine/run/run.js';
import type { Store } from '../../../store/store.js';
import { askedBy } from './asked-by.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const session = newSessionId();

function aTry(given: Partial<RunStep> = {}): RunStep {
  return {
    run: newRunId(),
    position: 1,
    key: 'complete/2',
    attempt: 1,
    status: 'failed',
    startedAt: minutesLater(10),
    finishedAt: minutesLater(20),
    output: null,
    result: null,
    execution: null,
    problem: null,
    gate: null,
    ...given,
  };
}

/** Puts an execution of the session on record. */
function asked(minutes: number, cost: number | null, part: number | null = 2) {
  const place = { session, step: 'complete', part, attempt: null } as const;
  return writeExecution(store.executionJournal, { place, at: minutesLater(minutes) }, { cost });
}

const all = () => store.executions.ofSession(session);

describe('what a try asked that left nothing', () => {
  it('are the executions of its step that were begun while it was at it', async () => {
    await asked(9, 100);
    const first = await asked(10, 200);
    const second = await asked(20, 300);
    await asked(21, 400);
    await asked(15, 500, 3);
    await asked(15, 600, null);
    expect(askedBy(aTry(), await all())).toEqual({ executions: [first, second], cost: 500 });
  });

  it('has no end when its process died', async () => {
    const late = await asked(600, 7);
    expect(askedBy(aTry({ finishedAt: null }), await all()).executions).toEqual([late]);
  });

  it('cost nobody knows what when one of them is unknown, and nothing when there are none', async () => {
    expect(askedBy(aTry(), await all()).cost).toBe(0);
    await asked(11, 100);
    await asked(12, null);
    expect(askedBy(aTry(), await all()).cost).toBeNull();
  });
});
