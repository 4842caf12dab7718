/**
 * A JSON value with each text in it changed, the keys of objects too.
 *
 * @throws RangeError for a value that holds itself
 * @example mapTexts({ a: ['b', 1] }, (text) => text.toUpperCase()) // { A: ['B', 1] }
 */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [change(key), mapTexts(member, change)]),
  );
}
