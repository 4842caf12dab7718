import { AllowanceUsedUp } from './wallet.js';

/**
 * Does work until it is done, or the allowance is used up.
 *
 * @returns what it gave; null when the allowance was used up
 * @throws what else it throws
 */
export async function untilUsedUp<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AllowanceUsedUp) return null;
    throw error;
  }
}
