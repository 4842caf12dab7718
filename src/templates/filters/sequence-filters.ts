import { runtimeFault } from '../fault.js';
import { requireCount } from '../methods/string-argument.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Rendering } from '../runtime/rendering.js';
import type { Signature } from '../runtime/signature.js';
import { collect } from '../values/collect.js';
import { Lazy } from '../values/iterable-object.js';
import { isIterable, iterate } from '../values/iterate.js';
import { length } from '../values/length.js';
import { asString, escapeHtml, Markup, textLike } from '../values/markup.js';
import { list } from '../values/sequence.js';
import { text } from '../values/text.js';
import { typeName } from '../values/type-name.js';
import type { Value } from '../values/value.js';
import { attributeKey } from './attribute-path.js';
import { stringOf } from './string-of.js';

const LENGTH: readonly [Signature, NativeBody] = [
  { required: ['value'] },
  ({ budget }, value) => length(value, budget),
];

/** What making a list costs besides its items. */
const STEPS_PER_LIST = 4;

/** Filters that take sequences apart and put them together. */
export const SEQUENCE_FILTERS = functionTable({
  length: LENGTH,
  count: LENGTH,
  list: [{ required: ['value'] }, (rendering, value) => list(collect(value, rendering.budget))],
  first: [
    { required: ['seq'] },
    (rendering, value) => {
      for (const item of iterate(value, rendering.budget)) return item;
      return rendering.missing('No first item, sequence was empty.');
    },
  ],
  last: [
    { required: ['seq'] },
    (rendering, value) => {
      if (value instanceof Lazy) throw runtimeFault(`'${value.typeName}' object is not reversible`);
      const items = collect(value, rendering.budget);
      return items.length === 0 ? rendering.missing('No last item, sequence was empty.') : items.at(-1);
    },
  ],
  random: [
    { required: ['seq'] },
    (rendering, value) => {
      const items = collect(value, rendering.budget);
      if (items.length === 0) return rendering.missing('No random item, sequence was empty.');
      return items[Math.floor(Math.random() * items.length)];
    },
  ],
  reverse: [{ required: ['value'] }, reverse],
  join: [{ required: ['value'], optional: { d: '', attribute: null } }, join],
  batch: [{ required: ['value', 'linecount'], optional: { fill_with: null } }, batch],
  slice: [{ required: ['value', 'slices'], optional: { fill_with: null } }, slice],
});

function reverse(rendering: Rendering, value: Value): Value {
  const string = asString(value);
  if (string !== undefined) return textLike(value, Array.from(string).reverse().join(''));
  if (!isIterable(value)) throw runtimeFault('argument must be iterable');
  const reversed = collect(value, rendering.budget).toReversed();
  return value instanceof Lazy ? list(reversed) : new Lazy(reversed, `${typeName(value)}_reverseiterator`);
}

/** Where output is escaped, the result is markup as soon as the separator or an item is. */
function join(rendering: Rendering, value: Value, separator: Value, attribute: Value): Value {
  const { budget, autoescape } = rendering;
  const items = collect(value, rendering.budget).map(attributeKey(rendering, attribute));
  const isMarkup = autoescape && [separator, ...items].some((item) => item instanceof Markup);
  const shown = (item: Value): string => {
    const string = text(item, budget);
    return isMarkup && !(item instanceof Markup) ? escapeHtml(string, budget) : string;
  };
  const parts = items.map(shown);
  const between = shown(separator);
  budget.makes(parts.reduce((sum, part) => sum + part.length + between.length, 0));
  const joined = parts.join(between);
  return isMarkup ? new Markup(joined) : stringOf(joined);
}

function batch(rendering: Rendering, value: Value, count: Value, fill: Value): Value {
  const size = requireCount(count);
  return new Lazy(batches(rendering, value, size, fill));
}

function* batches({ budget }: Rendering, value: Value, size: number, fill: Value): Iterable<Value> {
  let row = list([]);
  for (const item of iterate(value, budget)) {
    budget.step();
    if (row.length === size) {
      yield row;
      row = list([]);
    }
    budget.collects(1);
    row.push(item);
  }
  if (row.length === 0) return;
  if (fill !== null && row.length < size) {
    budget.collects(size - row.length);
    while (row.length < size) row.push(fill);
  }
  yield row;
}

function slice(rendering: Rendering, value: Value, count: Value, fill: Value): Value {
  const slices = requireCount(count);
  return new Lazy(columns(rendering, value, slices, fill));
}

/** The first columns are one longer when the items do not divide evenly; `fill` makes up for it in the others. */
function* columns(rendering: Rendering, value: Value, slices: number, fill: Value): Iterable<Value> {
  const items = collect(value, rendering.budget);
  if (slices === 0) throw runtimeFault('integer division or modulo by zero');
  const size = Math.floor(items.length / slices);
  const longer = items.length - size * slices;
  for (let column = 0; column < slices; column += 1) {
    rendering.budget.step(STEPS_PER_LIST);
    const start = column * size + Math.min(column, longer);
    const part = list(items.slice(start, start + size + (column < longer ? 1 : 0)));
    if (fill !== null && column >= longer) part.push(fill);
    yield part;
  }
}
