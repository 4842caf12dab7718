import type { Arm } from './arm.js';
import { MOST_IN_VAIN } from './most-in-vain.js';

/**
 * Has the start written anew, again and again, by a model that is shown nothing else, and measures all that comes: what
 * reflection is held against.
 *
 * @throws AllowanceUsedUp
 */
export async function searchRandomly(arm: Arm): Promise<'perfect' | 'no-progress'> {
  const { desk, texts, start } = arm.parts;
  await arm.begin();
  for (let inVain = 0; inVain < MOST_IN_VAIN; ) {
    if (arm.pool.isPerfect) return 'perfect';
    const draft = await desk.ask({
      origin: 'rewrite',
      parents: arm.pool.members.slice(0, 1),
      question: (number) => texts.rewrite(start, number),
    });
    inVain = draft !== null && (await arm.join(draft)) ? 0 : inVain + 1;
  }
  return 'no-progress';
}
