import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { asCount } from '../values/integer.js';
import { asString, escapeHtml, Markup } from '../values/markup.js';
import { typeName } from '../values/type-name.js';
import { requireDefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';

/** The characters of the string that a method was found on. */
export function selfText(self: Value): string {
  return asString(self) ?? '';
}

/** An argument that must be a string. */
export function requireText(value: Value, what: string): string {
  const text = asString(value);
  if (text !== undefined) return text;
  requireDefined(value);
  throw runtimeFault(`${what} must be str, not ${typeName(value)}`);
}

/** Text that goes into another: into markup only escaped, unless it is markup itself. */
export function textInto(target: Value, value: Value, what: string, budget: Budget): string {
  const text = requireText(value, what);
  return target instanceof Markup && !(value instanceof Markup) ? escapeHtml(text, budget) : text;
}

/** An argument that must be an int. */
export function requireCount(value: Value): number {
  const count = asCount(value);
  if (count !== undefined) return count;
  requireDefined(value);
  throw runtimeFault(`'${typeName(value)}' object cannot be interpreted as an integer`);
}
