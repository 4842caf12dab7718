import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import type { Frame } from '../runtime/frame.js';
import type { Target } from '../syntax/syntax-tree.js';
import { isIterable, iterate } from '../values/iterate.js';
import { Namespace } from '../values/namespace.js';
import { typeName } from '../values/type-name.js';
import { requireDefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { compileName } from './compile-name.js';
import type { Scope } from './scope.js';

/** Puts a value where a target says. */
export type Assign = (frame: Frame, value: Value) => void;

/** Compiles what stands left of `=`, or between `for` and `in`. */
export function compileTarget(target: Target, scope: Scope): Assign {
  switch (target.kind) {
    case 'name-target':
      return compileVariable(target.name, scope);
    case 'tuple-target':
      return unpacking(target.targets.map((part) => compileTarget(part, scope)));
    case 'namespace-target': {
      const namespace = compileName(target.namespace, scope);
      return (frame, value) => {
        const object = namespace(frame);
        if (!(object instanceof Namespace)) {
          throw runtimeFault('cannot assign attribute on non-namespace object');
        }
        object.set(target.name, value);
      };
    }
  }
}

/** A variable of the scope: at the top level of a template it belongs to the context. */
export function compileVariable(name: string, scope: Scope): Assign {
  if (scope.variables.areTopLevel) return (frame, value) => frame.context.set(name, value);
  const slot = scope.variables.slot(name);
  return (frame, value) => {
    frame.slots[slot] = value;
  };
}

function unpacking(assigns: readonly Assign[]): Assign {
  return (frame, value) => {
    const items = unpack(value, assigns.length, frame.rendering.budget);
    assigns.forEach((assign, index) => {
      assign(frame, items[index]);
    });
  };
}

function unpack(value: Value, count: number, budget: Budget): readonly Value[] {
  if (Array.isArray(value) && value.length === count) return value;
  requireIterable(value);
  const items: Value[] = [];
  for (const item of iterate(value, budget)) {
    if (items.length === count) throw runtimeFault(`too many values to unpack (expected ${count})`);
    items.push(item);
  }
  if (items.length < count) {
    throw runtimeFault(`not enough values to unpack (expected ${count}, got ${items.length})`);
  }
  return items;
}

function requireIterable(value: Value): void {
  if (isIterable(value)) return;
  requireDefined(value);
  throw runtimeFault(`cannot unpack non-iterable ${typeName(value)} object`);
}
