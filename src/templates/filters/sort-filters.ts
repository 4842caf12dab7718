import { runtimeFault } from '../fault.js';
import { functionTable } from '../runtime/native-function.js';
import type { Rendering } from '../runtime/rendering.js';
import { equals } from '../values/equality.js';
import { hashKey } from '../values/hash-key.js';
import { Lazy } from '../values/iterable-object.js';
import { iterate } from '../values/iterate.js';
import { isMapping, mappingEntries } from '../values/mapping.js';
import { asString } from '../values/markup.js';
import { NamedTuple } from '../values/named-tuple.js';
import { type List, list, tuple } from '../values/sequence.js';
import { sorted } from '../values/sorted.js';
import { isTrue } from '../values/truth.js';
import { typeName } from '../values/type-name.js';
import { requireDefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { attributeKey, attributeKeys, ignoringCase } from './attribute-path.js';

/** What a group costs besides its items, as list items. */
const ITEMS_PER_GROUP = 64;

/** Filters that order and group. */
export const SORT_FILTERS = functionTable({
  sort: [
    { required: ['value'], optional: { reverse: false, case_sensitive: false, attribute: null } },
    (rendering, value, reverse, caseSensitive, attribute) => {
      const keys = attributeKeys(rendering, attribute);
      const key = isTrue(caseSensitive) ? keys : (item: Value) => keys(item).map(ignoringCase);
      return list(sorted(iterate(value, rendering.budget), key, direction(reverse), rendering.budget));
    },
  ],
  dictsort: [
    { required: ['value'], optional: { case_sensitive: false, by: 'key', reverse: false } },
    dictSort,
  ],
  unique: [
    { required: ['value'], optional: { case_sensitive: false, attribute: null } },
    (rendering, value, caseSensitive, attribute) =>
      new Lazy(unique(rendering, value, caseSensitive, attribute)),
  ],
  groupby: [
    { required: ['value', 'attribute'], optional: { default: null, case_sensitive: false } },
    groupBy,
  ],
});

function direction(reverse: Value): 'ascending' | 'descending' {
  return isTrue(reverse) ? 'descending' : 'ascending';
}

function dictSort(
  rendering: Rendering,
  value: Value,
  caseSensitive: Value,
  by: Value,
  reverse: Value,
): Value {
  const position = asString(by);
  if (position !== 'key' && position !== 'value') {
    throw runtimeFault('You can only sort by either "key" or "value"');
  }
  if (!isMapping(value)) {
    requireDefined(value);
    throw runtimeFault(`'${typeName(value)}' object has no attribute 'items'`);
  }
  const pairs = Array.from(mappingEntries(value, rendering.budget), ([key, item]) => tuple(key, item));
  const rank = (pair: Value): Value => {
    const part = Array.isArray(pair) ? pair[position === 'key' ? 0 : 1] : pair;
    return isTrue(caseSensitive) ? part : ignoringCase(part);
  };
  return list(sorted(pairs, rank, direction(reverse), rendering.budget));
}

function* unique(
  rendering: Rendering,
  value: Value,
  caseSensitive: Value,
  attribute: Value,
): Iterable<Value> {
  const key = attributeKey(rendering, attribute);
  const seen = new Set<unknown>();
  for (const item of iterate(value, rendering.budget)) {
    rendering.budget.step();
    const rank = hashKey(isTrue(caseSensitive) ? key(item) : ignoringCase(key(item)));
    if (seen.has(rank)) continue;
    rendering.budget.collects(1);
    seen.add(rank);
    yield item;
  }
}

/** Pairs of a key and the items that have it, in the order of the keys. */
function groupBy(
  rendering: Rendering,
  value: Value,
  attribute: Value,
  standard: Value,
  caseSensitive: Value,
): Value {
  const key = attributeKey(rendering, attribute, standard);
  const rank = (item: Value): Value => (isTrue(caseSensitive) ? key(item) : ignoringCase(key(item)));
  const groups: { rank: Value; items: List }[] = [];
  for (const item of sorted(iterate(value, rendering.budget), rank, 'ascending', rendering.budget)) {
    const last = groups.at(-1);
    const itemRank = rank(item);
    if (last !== undefined && equals(last.rank, itemRank, rendering.budget)) last.items.push(item);
    else {
      rendering.budget.collects(ITEMS_PER_GROUP);
      groups.push({ rank: itemRank, items: list([item]) });
    }
  }
  return list(groups.map(({ items }) => NamedTuple.named({ grouper: key(items[0]), list: items })));
}
