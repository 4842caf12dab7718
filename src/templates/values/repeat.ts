import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { asCount } from './integer.js';
import { asString, textLike } from './markup.js';
import { unsupported } from './operand.js';
import { List, Tuple } from './sequence.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** Python's `*` where one side is text or a sequence: that many copies of it. */
export function repeat(left: Value, right: Value, budget: Budget): Value {
  if (isRepeatable(left)) return repeated(left, right, budget);
  if (isRepeatable(right)) return repeated(right, left, budget);
  return unsupported('*', left, right);
}

function isRepeatable(value: Value): boolean {
  return Array.isArray(value) || asString(value) !== undefined;
}

function repeated(value: Value, times: Value, budget: Budget): Value {
  const count = asCount(times);
  if (count === undefined) {
    requireDefined(times);
    throw runtimeFault(`can't multiply sequence by non-int of type '${typeName(times)}'`);
  }
  const copies = Math.max(0, count);
  if (Array.isArray(value)) return repeatedSequence(value, copies, budget);
  const text = asString(value) ?? '';
  budget.makes(text.length * copies);
  return textLike(value, text === '' ? '' : text.repeat(copies));
}

function repeatedSequence(items: readonly Value[], copies: number, budget: Budget): Value {
  budget.step(items.length * copies);
  budget.collects(items.length * copies);
  const result = items instanceof Tuple ? new Tuple() : new List();
  if (items.length === 0) return result;
  for (let copy = 0; copy < copies; copy += 1) for (const item of items) result.push(item);
  return result;
}
