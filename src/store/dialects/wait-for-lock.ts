import { isBusyFault } from './sqlite-fault.js';

const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 25;

/**
 * Repeats what found the database locked until it is free, or gives up after half a minute.
 *
 * SQLite's own busy timeout would stop the whole process while it waits. When another connection of the
 * same process has the lock, it could then never let go of it.
 *
 * @throws what `run` throws, when it is not about the lock or the patience is at its end
 */
export async function waitForLock<T>(run: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusyFault(error) || performance.now() > deadline) throw error;
    }
    await randomPause();
  }
}

/** Random, so that those who wait do not keep coming back together; without node:timers/promises, which is felt at start-up. */
function randomPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * LONGEST_PAUSE_MS));
}
