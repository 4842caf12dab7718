import type { Value } from '../values/value.js';

/** The arguments of one call. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** The named arguments of a call without any. */
export const NO_NAMED: ReadonlyMap<string, Value> = new Map();
