/**
 * Values by their keys, each group in the order in which its values came.
 *
 * @example grouped([1, 2, 3], (n) => n % 2, String) // Map { 1 => ['1', '3'], 0 => ['2'] }
 */
export function grouped<Item, Key, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  valueIn: (item: Item) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [valueIn(item)]);
    else group.push(valueIn(item));
  }
  return groups;
}
