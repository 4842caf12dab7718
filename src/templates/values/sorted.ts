import type { Budget } from '../budget.js';
import { inOrder } from './ordering.js';
import type { Value } from './value.js';

/** What a pair of a key and an item costs, and its places in both lists, as list items. */
const ITEMS_PER_KEYED = 16;

/**
 * A sorted copy; items with equal keys keep their order, in both directions.
 *
 * @throws a runtime fault for keys that have no order between them
 */
export function sorted(
  items: Iterable<Value>,
  keyOf: (item: Value) => Value,
  order: 'ascending' | 'descending',
  budget: Budget,
): Value[] {
  const keyed: { key: Value; item: Value }[] = [];
  for (const item of items) {
    budget.step();
    budget.collects(ITEMS_PER_KEYED);
    keyed.push({ key: keyOf(item), item });
  }
  const sign = order === 'ascending' ? 1 : -1;
  keyed.sort((left, right) => sign * compare(left.key, right.key, budget));
  return keyed.map(({ item }) => item);
}

/** Only `<` is asked for, as Python's sort does. */
function compare(left: Value, right: Value, budget: Budget): number {
  budget.step();
  if (inOrder(left, '<', right, budget)) return -1;
  return inOrder(right, '<', left, budget) ? 1 : 0;
}
