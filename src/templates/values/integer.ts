/** An int as the engine carries it: a number while it is exact, a bigint beyond. */
export type Integer = number | bigint;

/** The template value for an int of any size. */
export function integer(value: bigint): Integer {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** The int that a template value is (bools are ints, as in Python), or undefined. */
export function asInteger(value: unknown): Integer | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) ? value : undefined;
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return undefined;
  }
}

/** The int that a value is, as a number: beyond 2^53 it saturates, which suffices for counts and indexes. */
export function asCount(value: unknown): number | undefined {
  const int = asInteger(value);
  return int === undefined ? undefined : Number(int);
}
