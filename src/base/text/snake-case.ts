/** @example snakeCase('minHours') === 'min_hours' */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What has keys of its own. */
const asWritten = new WeakSet<object>();

/**
 * Says of a value that its keys are somebody's data, so that {@link snakeCaseKeys} leaves them as they are.
 *
 * @returns the value itself
 * @example snakeCaseKeys({ schema: keysAsWritten({ maxItems: 3 }) }) // { schema: { maxItems: 3 } }
 */
export function keysAsWritten<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) asWritten.add(value);
  return value;
}

/**
 * The same value with every object key in snake_case: the library speaks camelCase, JSON documents
 * snake_case. Dates become ISO strings, as JSON would make them.
 */
export function snakeCaseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return asWritten.has(value) ? value : value.map(snakeCaseKeys);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null || asWritten.has(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [snakeCase(key), snakeCaseKeys(member)]),
  );
}
