import type { Evaluate } from '../runtime/compiled-template.js';
import type { TestUse } from '../syntax/syntax-tree.js';
import { compileArguments } from './compile-arguments.js';
import { findFunction } from './compile-filter.js';
import type { Scope } from './scope.js';

/** `input is test`. */
export function compileTest(node: TestUse, scope: Scope): Evaluate {
  const { unit } = scope;
  const test = findFunction(unit.engine.tests, 'test', node, scope);
  const input = scope.unit.expression(node.input, scope);
  const args = compileArguments(node.arguments, scope);
  return unit.evaluateAt(node.at, (frame) => test().call(frame.rendering, args(frame, [input(frame)])));
}
