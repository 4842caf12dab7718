import { expect, it } from 'vitest';
import { newExecutionId } from '../../base/ids.js';
import { ExecutionTimes } from './execution-times.js';

it('an execution takes time from its first call on: waiting for a turn does not count', () => {
  let now = 0;
  const told: string[] = [];
  const { signal } = new AbortController();
  const times = new ExecutionTimes(
    { now: () => new Date(now) },
    { signal, onBegin: () => told.push('began'), onText: (text) => told.push(text) },
  );
  now = 5000;
  times.watch.onBegin?.(newExecutionId());
  now = 5200;
  times.watch.onText?.('a');
  now = 5300;
  times.watch.onText?.('b');
  expect(times.measured(new Date(6000))).toEqual({ latencyMs: 1000, firstTokenMs: 200 });
  expect(told).toEqual(['began', 'a', 'b']);
});
