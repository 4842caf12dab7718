import type { Budget } from '../budget.js';
import { asString } from './markup.js';
import { Tuple } from './sequence.js';
import type { Value } from './value.js';

/** Charges the reading of all text in a value that is read as a whole: a string, or a tuple used as a key. */
export function chargeContent(value: Value, budget: Budget): void {
  if (typeof value === 'number') return;
  const text = asString(value);
  if (text !== undefined) budget.reads(text.length);
  else if (value instanceof Tuple) {
    for (const item of value) {
      budget.step();
      chargeContent(item, budget);
    }
  }
}
