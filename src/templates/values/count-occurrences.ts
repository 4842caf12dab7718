import type { Budget } from '../budget.js';

/** How many occurrences are found in the time of a step. */
const OCCURRENCES_PER_STEP = 16;

/** How often a part, which is not empty, occurs in a text without overlapping. */
export function countOccurrences(part: string, text: string, budget: Budget): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    count += 1;
    if (count % OCCURRENCES_PER_STEP === 0) budget.step();
  }
  return count;
}
