import { expect, it } from 'vitest';
import { sleep } from './sleep.js';

const HOUR = 3_600_000;

it('sleeps to the end when nobody wakes it', async () => {
  await expect(sleep(1, new AbortController().signal)).resolves.toBeUndefined();
});

it('wakes with the reason of whoever wakes it', async () => {
  const controller = new AbortController();
  const slept = sleep(HOUR, controller.signal);
  controller.abort(new Error('enough'));
  await expect(slept).rejects.toThrow('enough');
});

it('does not fall asleep when nobody wants it any more', async () => {
  await expect(sleep(HOUR, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
});
