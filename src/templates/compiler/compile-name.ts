import { SelfReference } from '../runtime/block-reference.js';
import type { Evaluate } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import { ABSENT } from '../values/absent.js';
import type { Value } from '../values/value.js';
import type { Location, Scope } from './scope.js';

/** Compiles the use of a name. */
export function compileName(name: string, scope: Scope): Evaluate {
  const lookup = compileLookup(name, scope);
  const message = `'${name}' is undefined`;
  return (frame) => {
    const value = lookup(frame);
    if (value !== ABSENT) return value;
    if (name === 'self') return new SelfReference(frame);
    return frame.rendering.missing(message);
  };
}

/** Compiles the search for a name: in the frames that may hold it, then in the context. */
export function compileLookup(name: string, scope: Scope): (frame: Frame) => Value | typeof ABSENT {
  const locations = scope.variables.locate(name);
  const [first, second] = locations;
  if (first === undefined) return (frame) => frame.context.get(name);
  if (second === undefined && first.hops === 0) {
    const { slot } = first;
    return (frame) => {
      const value = frame.slots[slot];
      return value === ABSENT ? frame.context.get(name) : value;
    };
  }
  return (frame) => {
    for (const location of locations) {
      const value = slotValue(frame, location);
      if (value !== ABSENT) return value;
    }
    return frame.context.get(name);
  };
}

function slotValue(frame: Frame, { hops, slot }: Location): Value | typeof ABSENT {
  let holder: Frame | undefined = frame;
  for (let hop = 0; hop < hops; hop += 1) holder = holder?.outer;
  return holder === undefined ? ABSENT : holder.slots[slot];
}
