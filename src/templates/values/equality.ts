import type { Budget } from '../budget.js';
import { ABSENT } from './absent.js';
import { Float } from './float.js';
import { isMapping, type Mapping, mappingEntries, mappingGet, mappingSize } from './mapping.js';
import { asString } from './markup.js';
import { Range } from './range.js';
import { Tuple } from './sequence.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/** Python's `==`: numbers by value whatever their type, lists and dicts by their items. */
export function equals(left: Value, right: Value, budget: Budget): boolean {
  if (left instanceof Undefined || right instanceof Undefined) return equalMissing(left, right);
  if (typeof left === 'string' && typeof right === 'string') return equalText(left, right, budget);
  if (left === right) return !Number.isNaN(left);
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    return equalObjects(left, right, budget);
  }
  const leftText = asString(left);
  if (leftText !== undefined) return leftText === asString(right);
  const leftNumber = comparableNumber(left);
  const rightNumber = comparableNumber(right);
  // `==` compares a bigint with a number by value, without rounding either.
  // biome-ignore lint/suspicious/noDoubleEquals: exact comparison of mixed numbers
  return leftNumber !== undefined && rightNumber !== undefined && leftNumber == rightNumber;
}

/** A number, bool or float in the form in which JavaScript compares it exactly. */
export function comparableNumber(value: Value): number | bigint | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return value instanceof Float ? value.value : undefined;
  }
}

function equalText(left: string, right: string, budget: Budget): boolean {
  if (left.length !== right.length) return false;
  budget.reads(left.length);
  return left === right;
}

function equalMissing(left: Value, right: Value): boolean {
  if (left instanceof Undefined) left.refuseIfStrict();
  if (right instanceof Undefined) right.refuseIfStrict();
  return left instanceof Undefined && right instanceof Undefined;
}

function equalObjects(left: object, right: object, budget: Budget): boolean {
  if (Array.isArray(left)) return Array.isArray(right) && equalSequences(left, right, budget);
  const leftText = asString(left);
  if (leftText !== undefined) return leftText === asString(right);
  if (left instanceof Float) return right instanceof Float && left.value === right.value;
  if (left instanceof Range) return right instanceof Range && equalRanges(left, right);
  return isMapping(left) && isMapping(right) && equalMappings(left, right, budget);
}

function equalSequences(left: readonly Value[], right: readonly Value[], budget: Budget): boolean {
  if (left.length !== right.length || left instanceof Tuple !== right instanceof Tuple) return false;
  budget.step(left.length);
  return left.every((item, index) => equals(item, right[index], budget));
}

function equalMappings(left: Mapping, right: Mapping, budget: Budget): boolean {
  const size = mappingSize(left, budget);
  if (size !== mappingSize(right, budget)) return false;
  budget.step(size);
  for (const [key, value] of mappingEntries(left, budget)) {
    const other = mappingGet(right, key);
    if (other === ABSENT || !equals(value, other, budget)) return false;
  }
  return true;
}

function equalRanges(left: Range, right: Range): boolean {
  if (left.length !== right.length) return false;
  return left.length === 0 || (left.start === right.start && left.at(1) === right.at(1));
}
