import { runtimeFault } from '../fault.js';
import { nearest } from '../nearest.js';
import type { Evaluate } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import type { NativeFunction } from '../runtime/native-function.js';
import type { FilterUse } from '../syntax/syntax-tree.js';
import type { Value } from '../values/value.js';
import { compileArguments } from './compile-arguments.js';
import type { Scope } from './scope.js';

/** `input|filter`. */
export function compileFilter(node: FilterUse, scope: Scope): Evaluate {
  if (node.input === undefined) throw scope.unit.error(node.at, 'a filter needs a value');
  const { unit } = scope;
  const input = unit.expression(node.input, scope);
  const filter = findFunction(unit.engine.filters, 'filter', node, scope);
  const args = compileArguments(node.arguments, scope);
  return unit.evaluateAt(node.at, (frame) => filter().call(frame.rendering, args(frame, [input(frame)])));
}

/** Compiles a chain of filters for the output of a block. */
export function compileFilterChain(node: FilterUse, scope: Scope): (frame: Frame, output: Value) => Value {
  const { unit } = scope;
  const before = node.input?.kind === 'filter' ? compileFilterChain(node.input, scope) : undefined;
  const filter = findFunction(unit.engine.filters, 'filter', node, scope);
  const args = compileArguments(node.arguments, scope);
  return (frame, output) => {
    const input = before === undefined ? output : before(frame, output);
    return unit.evaluateAt(node.at, () => filter().call(frame.rendering, args(frame, [input])))(frame);
  };
}

/**
 * Finds a filter or test by name. Under a condition a missing one is no error until the code runs, so
 * that a template may ask first whether there is such a filter.
 */
export function findFunction(
  table: ReadonlyMap<string, NativeFunction>,
  noun: 'filter' | 'test',
  { name, at }: { readonly name: string; readonly at: number },
  scope: Scope,
): () => NativeFunction {
  const found = table.get(name);
  if (found !== undefined) return () => found;
  const message = `No ${noun} named '${name}'`;
  if (!scope.soft) {
    const near = nearest(name, table.keys());
    throw scope.unit.error(at, `${message}.`, near === undefined ? undefined : `Did you mean '${near}'?`);
  }
  return () => {
    throw runtimeFault(`${message} found.`);
  };
}
