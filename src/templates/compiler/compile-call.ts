import { runtimeFault } from '../fault.js';
import type { CallArguments } from '../runtime/call-arguments.js';
import { Callable } from '../runtime/callable.js';
import type { Evaluate } from '../runtime/compiled-template.js';
import type { Rendering } from '../runtime/rendering.js';
import type { Call } from '../syntax/syntax-tree.js';
import { typeName } from '../values/type-name.js';
import { requireDefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { compileArguments } from './compile-arguments.js';
import type { Scope } from './scope.js';

/** `callee(…)`. */
export function compileCall(node: Call, scope: Scope): Evaluate {
  return compileCallWith(node, scope, new Map());
}

/** Compiles a call that has named arguments besides those written. */
export function compileCallWith(node: Call, scope: Scope, extra: ReadonlyMap<string, Evaluate>): Evaluate {
  const callee = scope.unit.expression(node.callee, scope);
  const args = compileArguments(node.arguments, scope, extra);
  return scope.unit.evaluateAt(node.at, (frame) => callValue(frame.rendering, callee(frame), args(frame)));
}

/** Calls a value, if it is one of the engine's own that can be called. */
function callValue(rendering: Rendering, callee: Value, args: CallArguments): Value {
  if (callee instanceof Callable) return callee.call(rendering, args);
  requireDefined(callee);
  throw runtimeFault(`'${typeName(callee)}' object is not callable`);
}
