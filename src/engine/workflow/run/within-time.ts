import { StepTimeoutError } from './errors.js';

type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * Does work that ends when it takes too long.
 *
 * @param milliseconds null for as long as it takes
 * @throws StepTimeoutError when the time was over before the work was
 */
export async function withinTime<Result>(
  milliseconds: number | null,
  sleep: Sleep,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (milliseconds === null) return work(signal);
  const over = new AbortController();
  const done = new AbortController();
  const timer = sleep(milliseconds, done.signal).then(
    () => over.abort(new StepTimeoutError(milliseconds)),
    () => {},
  );
  try {
    return await work(AbortSignal.any([signal, over.signal]));
  } catch (error) {
    if (over.signal.aborted && !signal.aborted) throw over.signal.reason;
    throw error;
  } finally {
    done.abort();
    await timer;
  }
}
