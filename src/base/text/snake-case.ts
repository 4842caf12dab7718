/** @example snakeCase('minHours') === 'min_hours' */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * The same value with every object key in snake_case: the library speaks camelCase, JSON documents
 * snake_case. Dates become ISO strings, as JSON would make them.
 */
export function snakeCaseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCaseKeys);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [snakeCase(key), snakeCaseKeys(member)]),
  );
}
