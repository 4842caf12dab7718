import type { Budget } from '../budget.js';
import { dateText } from './date-text.js';
import { Float } from './float.js';
import { floatText } from './float-text.js';
import { integerText } from './integer-text.js';
import { Markup } from './markup.js';
import { repr } from './repr.js';
import { TemplateObject } from './template-object.js';
import { Undefined } from './undefined.js';
import type { Value } from './value.js';

/**
 * A value as Python's `str` gives it: what printing it shows.
 *
 * @param budget pays for lists and dicts, whose text can be much longer than they are
 */
export function text(value: Value, budget: Budget): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isSafeInteger(value) ? integerText(value) : floatText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return integerText(value);
    case 'object':
      return value === null ? 'None' : objectText(value, budget);
    default:
      return '';
  }
}

function objectText(value: object, budget: Budget): string {
  if (value instanceof Markup) return value.text;
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof TemplateObject) return value.toText();
  if (value instanceof Date) return dateText(value);
  if (value instanceof Undefined) {
    value.refuseIfStrict();
    return '';
  }
  return repr(value, budget);
}
