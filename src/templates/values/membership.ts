import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { ABSENT } from './absent.js';
import { chargeContent } from './content-cost.js';
import { comparableNumber, equals } from './equality.js';
import { isIterable, iterate } from './iterate.js';
import { isMapping, mappingGet } from './mapping.js';
import { asString } from './markup.js';
import { Range } from './range.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** Python's `in`: a key of a dict, a part of a string, an item of anything else. */
export function contains(container: Value, item: Value, budget: Budget): boolean {
  const text = asString(container);
  if (text !== undefined) return textContains(text, item, budget);
  chargeContent(item, budget);
  if (isMapping(container)) return mappingGet(container, item) !== ABSENT;
  if (container instanceof Range) {
    const number = comparableNumber(item);
    return number !== undefined && container.includes(Number(number));
  }
  if (!isIterable(container)) throw runtimeFault(`argument of type '${typeName(container)}' is not iterable`);
  for (const candidate of iterate(container, budget)) {
    budget.step();
    if (candidate === item || equals(candidate, item, budget)) return true;
  }
  return false;
}

function textContains(text: string, item: Value, budget: Budget): boolean {
  budget.reads(text.length);
  const part = asString(item);
  if (part !== undefined) return text.includes(part);
  requireDefined(item);
  throw runtimeFault(`'in <string>' requires string as left operand, not ${typeName(item)}`);
}
