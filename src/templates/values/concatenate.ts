import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { asString, escapeHtml, Markup } from './markup.js';
import { unsupported } from './operand.js';
import { List, Tuple } from './sequence.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** Python's `+` for everything but numbers: text with text, list with list, tuple with tuple. */
export function concatenate(left: Value, right: Value, budget: Budget): Value {
  const leftText = asString(left);
  if (leftText !== undefined) return concatenateText(left, leftText, right, budget);
  if (!Array.isArray(left)) return unsupported('+', left, right);
  if (!Array.isArray(right) || left instanceof Tuple !== right instanceof Tuple) return refuse(left, right);
  budget.step(left.length + right.length);
  budget.collects(left.length + right.length);
  const result = left instanceof Tuple ? new Tuple() : new List();
  for (const item of left) result.push(item);
  for (const item of right) result.push(item);
  return result;
}

/** Markup makes markup, and escapes what is added to it. */
function concatenateText(left: Value, leftText: string, right: Value, budget: Budget): Value {
  const rightText = asString(right);
  if (rightText === undefined) return refuse(left, right);
  budget.makes(leftText.length + rightText.length);
  if (!(left instanceof Markup || right instanceof Markup)) return leftText + rightText;
  return new Markup(escaped(left, leftText, budget) + escaped(right, rightText, budget));
}

function escaped(value: Value, text: string, budget: Budget): string {
  return value instanceof Markup ? text : escapeHtml(text, budget);
}

function refuse(left: Value, right: Value): never {
  requireDefined(right);
  const type = typeName(left);
  throw runtimeFault(`can only concatenate ${type} (not "${typeName(right)}") to ${type}`);
}
