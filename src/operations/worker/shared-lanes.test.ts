import { describe, expect, it } from 'vitest';
import { says, scriptedModel } from '../../../test/fixtures/scripted-model.js';
import { CallLimiter } from '../../engine/execution/call-limiter.js';
import { SharedLanes } from './shared-lanes.js';

describe('the lanes of a batch in one process', () => {
  it('let no more calls through than one process may have, and give up those who do not want any more', async () => {
    const lanes = new SharedLanes(new CallLimiter(), 3);
    const model = scriptedModel([says('Yes.')]);
    let [now, most, ended] = [0, 0, 0];
    const call = async () => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      ended++;
    };
    const never = new AbortController().signal;
    await Promise.all(Array.from({ length: 12 }, () => lanes.run(model, never, call)));
    expect([most, ended]).toEqual([3, 12]);
    await expect(lanes.run(model, AbortSignal.abort(new Error('enough')), call)).rejects.toThrow('enough');
  });
});
