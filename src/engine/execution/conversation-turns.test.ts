import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import {
  aRequest,
  executionPortsWith,
  faultOf,
  says,
  scriptedModel,
  wishesFor,
} from '../../../test/fixtures/scripted-model.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Store } from '../../store/store.js';
import { CallLimiter } from './call-limiter.js';
import { execute } from './execute.js';
import type { ExecutionPorts } from './execution-ports.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const patient = () => ({ signal: new AbortController().signal });

describe('a turn with the provider', () => {
  const one = { limits: { concurrency: 1, concurrencyIs: 'given', requestsPerMinute: null } } as const;

  it('is taken for each call, and while one waits to ask again, others have theirs', async () => {
    const model = scriptedModel([faultOf('overloaded'), says('Second.'), says('First.')], one);
    let second = Promise.resolve('');
    const ports: ExecutionPorts = {
      ...executionPortsWith(store, model),
      sleep: async () => {
        second = execute(ports, aRequest(), patient()).then(({ answer }) => answer.text);
        await second;
      },
    };
    expect((await execute(ports, aRequest(), patient())).answer.text).toBe('First.');
    expect(await second).toBe('Second.');
  });

  it('is counted a call, not an execution', async () => {
    let turns = 0;
    class CountingLimiter extends CallLimiter {
      override run<Result>(model: OpenModel, signal: AbortSignal, work: () => Promise<Result>) {
        turns += 1;
        return super.run(model, signal, work);
      }
    }
    const model = scriptedModel([faultOf('timeout'), wishesFor('none'), says('Done.')], one);
    const ports = { ...executionPortsWith(store, model), limiter: new CountingLimiter() };
    await execute(ports, aRequest(), patient());
    expect(turns).toBe(3);
  });

  it('that somebody gives up waiting for, after a call, leaves an aborted execution', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const controller = new AbortController();
    const model = scriptedModel(
      [
        faultOf('overloaded', { status: 529 }),
        async () => {
          setImmediate(() => controller.abort(new Error('enough')));
          await held;
          return says('Second.');
        },
      ],
      one,
    );
    let second: Promise<unknown> = Promise.resolve();
    const ports: ExecutionPorts = {
      ...executionPortsWith(store, model),
      sleep: async () => {
        second = execute(ports, aRequest(), patient());
        await vi.waitFor(() => expect(model.asked).toHaveLength(2));
      },
    };
    const first = await execute(ports, aRequest(), { signal: controller.signal }).catch((thrown) => thrown);
    expect(first).toMatchObject({ code: 'EXECUTION_FAILED', kind: 'interrupted' });
    expect(await store.executions.whole(first.execution)).toMatchObject({
      status: 'aborted',
      problem: {
        code: 'aborted',
        message: expect.stringMatching(/^It was ended while it waited for its turn\./),
      },
    });
    expect(await store.executions.attempts(first.execution)).toMatchObject([
      { status: 'failed', fault: 'overloaded', httpStatus: 529 },
    ]);
    release();
    await second;
    expect(model.asked).toHaveLength(2);
  });
});
