import { isBusyFault } from './sqlite-fault.js';

const PATIENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 50;
const SHORTEST_PAUSE_MS = 2;
/** From then on, one asks as often as can be. */
const LONG_WAIT_MS = 5_000;

/**
 * Repeats what found the database locked until it is free, or gives up after a minute.
 *
 * SQLite's own busy timeout would stop the whole process while it waits. When another connection of the
 * same process has the lock, it could then never let go of it.
 *
 * @throws what `run` throws, when it is not about the lock or the patience is at its end
 */
export async function waitForLock<T>(run: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusyFault(error) || performance.now() - began > PATIENCE_MS) throw error;
    }
    await randomPause(performance.now() - began);
  }
}

/**
 * Random, so that those who wait do not keep coming back together, and shorter the longer one has waited: whoever
 * asks when the lock is let go has it, and of many, some would have bad luck for a minute otherwise. Without
 * node:timers/promises, which is felt at start-up.
 */
function randomPause(waitedMs: number): Promise<void> {
  const longest = Math.max(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS * (1 - waitedMs / LONG_WAIT_MS));
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * longest));
}
