import { runtimeFault } from '../fault.js';
import { Dict } from '../values/dict.js';
import { List } from '../values/sequence.js';
import { typeName } from '../values/type-name.js';
import type { Value } from '../values/value.js';

/**
 * A list that a method may change: rendering has no effects, so what the caller put into the context
 * stays as it is.
 */
export function ownList(self: Value, method: string): List {
  if (self instanceof List) return self;
  throw notOwn(self, method);
}

/** A dict that a method may change. */
export function ownDict(self: Value, method: string): Dict {
  if (self instanceof Dict) return self;
  throw notOwn(self, method);
}

function notOwn(self: Value, method: string): Error {
  return runtimeFault(
    `'${method}' would change a ${typeName(self)} of the context; change a copy of it instead`,
  );
}
