import { DONE, type Execute } from '../runtime/compiled-template.js';
import type { If } from '../syntax/syntax-tree.js';
import { isTrue } from '../values/truth.js';
import { softScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** `{% if %}`: the first branch whose condition is true. */
export function compileIf(node: If, scope: Scope): Execute {
  const soft = softScope(scope);
  const branches = node.branches.map(({ condition, body }) => {
    const evaluate = soft.unit.expression(condition, soft);
    return {
      holds: scope.unit.evaluateAt(condition.at, (frame) => isTrue(evaluate(frame))),
      execute: soft.unit.body(body, soft),
    };
  });
  const otherwise = soft.unit.body(node.otherwise, soft);
  return (frame) => {
    for (const { holds, execute } of branches) if (holds(frame) === true) return execute(frame);
    return node.otherwise.length === 0 ? DONE : otherwise(frame);
  };
}
