import { setTimeout as pause } from 'node:timers/promises';
import type { RunningCommand } from './program.js';
import { wasKilled } from './tried-batch.js';

/** From before it does anything until it is well on its way. */
const LIFE_MS = { shortest: 150, longest: 1500 };

/**
 * Ends a command with SIGKILL at a random moment.
 *
 * @returns false when it came to its end before
 */
export async function killSomewhere({ child, ended }: RunningCommand): Promise<boolean> {
  const life = LIFE_MS.shortest + Math.random() * (LIFE_MS.longest - LIFE_MS.shortest);
  const comingToItsEnd = new AbortController();
  const killing = pause(life, undefined, { signal: comingToItsEnd.signal }).then(
    () => child.kill('SIGKILL'),
    () => false,
  );
  const outcome = await ended;
  comingToItsEnd.abort();
  await killing;
  return wasKilled(outcome);
}
