import type { Frame } from '../runtime/frame.js';
import { ABSENT } from '../values/absent.js';
import type { Value } from '../values/value.js';
import { compileLookup } from './compile-name.js';
import type { Scope } from './scope.js';

/** Compiles what hands all variables of the frames around to an include, an import or a scoped block. */
export function compileVisibleNames(scope: Scope): (frame: Frame) => ReadonlyMap<string, Value> {
  const lookups = [...scope.variables.names()].map((name) => ({ name, lookup: compileLookup(name, scope) }));
  return (frame) => {
    const visible = new Map<string, Value>();
    for (const { name, lookup } of lookups) {
      const value = lookup(frame);
      if (value !== ABSENT) visible.set(name, value);
    }
    return visible;
  };
}
