import type { Budget } from '../budget.js';
import { ABSENT } from './absent.js';
import { isPlain, paidCodePoints } from './code-points.js';
import { chargeContent } from './content-cost.js';
import { isHashable } from './hashable.js';
import { asCount } from './integer.js';
import { isMapping, mappingGet } from './mapping.js';
import { asString, textLike } from './markup.js';
import { Range } from './range.js';
import { Tuple } from './sequence.js';
import { Slice, sliceOf } from './slice.js';
import type { Value } from './value.js';

/** What stands at `value[key]`: an item, a character, a slice; `ABSENT` when there is none. */
export function subscript(value: Value, key: Value, budget: Budget): Value | typeof ABSENT {
  if (key instanceof Slice) return sliceOf(value, key, budget);
  if (key instanceof Tuple) chargeContent(key, budget);
  if (isMapping(value)) return isHashable(key) ? mappingGet(value, key) : ABSENT;
  const index = asCount(key);
  if (index === undefined) return ABSENT;
  if (Array.isArray(value)) return itemAt(value, index);
  if (value instanceof Range) return numberAt(value, index);
  const text = asString(value);
  return text === undefined ? ABSENT : characterAt(value, text, index, budget);
}

function itemAt(items: readonly Value[], index: number): Value | typeof ABSENT {
  const position = index < 0 ? items.length + index : index;
  return position >= 0 && position < items.length ? items[position] : ABSENT;
}

function numberAt(range: Range, index: number): Value | typeof ABSENT {
  const position = index < 0 ? range.length + index : index;
  return position >= 0 && position < range.length ? range.at(position) : ABSENT;
}

function characterAt(value: Value, text: string, index: number, budget: Budget): Value | typeof ABSENT {
  budget.reads(text.length);
  const character = isPlain(text) ? text.at(index) : paidCodePoints(text, budget).at(index);
  return character === undefined ? ABSENT : textLike(value, character);
}
