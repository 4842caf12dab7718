import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { isPlain } from './code-points.js';
import { comparableNumber, equals } from './equality.js';
import { asString } from './markup.js';
import { Tuple } from './sequence.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** The four comparisons that need an order. */
export type OrderOperator = '<' | '<=' | '>' | '>=';

/**
 * Python's `<`, `<=`, `>`, `>=`: numbers with numbers, text with text, lists item by item.
 *
 * @throws a runtime fault for types that have no order between them
 */
export function inOrder(left: Value, operator: OrderOperator, right: Value, budget: Budget): boolean {
  const leftNumber = comparableNumber(left);
  const rightNumber = comparableNumber(right);
  if (leftNumber !== undefined && rightNumber !== undefined)
    return ordered(leftNumber, operator, rightNumber);
  const leftText = asString(left);
  const rightText = asString(right);
  if (leftText !== undefined && rightText !== undefined) {
    budget.reads(leftText.length + rightText.length);
    return ordered(compareText(leftText, rightText), operator, 0);
  }
  if (Array.isArray(left) && Array.isArray(right) && left instanceof Tuple === right instanceof Tuple) {
    return sequencesInOrder(left, operator, right, budget);
  }
  requireDefined(left);
  requireDefined(right);
  throw runtimeFault(
    `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** Compares by code point, negative when `left` comes first; JavaScript's own order is by UTF-16 unit. */
export function compareText(left: string, right: string): number {
  if (isPlain(left) && isPlain(right)) return left < right ? -1 : Number(left > right);
  const lefts = Array.from(left);
  const rights = Array.from(right);
  const shorter = Math.min(lefts.length, rights.length);
  for (let index = 0; index < shorter; index += 1) {
    const difference = (lefts[index]?.codePointAt(0) ?? 0) - (rights[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}

function ordered(left: number | bigint, operator: OrderOperator, right: number | bigint): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** The first pair of items that differ decides; without one, the lengths do. */
function sequencesInOrder(
  left: readonly Value[],
  operator: OrderOperator,
  right: readonly Value[],
  budget: Budget,
): boolean {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index += 1) {
    budget.step();
    if (!equals(left[index], right[index], budget))
      return inOrder(left[index], operator, right[index], budget);
  }
  return ordered(left.length, operator, right.length);
}
