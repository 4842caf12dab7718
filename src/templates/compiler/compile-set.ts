import { DONE, type Execute } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import { targetNames } from '../syntax/children.js';
import type { Assignment, BlockAssignment, With } from '../syntax/syntax-tree.js';
import { Markup } from '../values/markup.js';
import { text } from '../values/text.js';
import type { Value } from '../values/value.js';
import { compileCapture } from './compile-capture.js';
import { compileFilterChain } from './compile-filter.js';
import { compileTarget } from './compile-target.js';
import { capturedScope, innerScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** `{% set name = value %}`. */
export function compileSet({ target, value, at }: Assignment, scope: Scope): Execute {
  const assign = compileTarget(target, scope);
  const evaluate = scope.unit.expression(value, scope);
  return scope.unit.executeAt(at, (frame) => {
    frame.rendering.budget.step();
    assign(frame, evaluate(frame));
    return DONE;
  });
}

/** `{% set name %}…{% endset %}`: the body's output, filtered; where output is escaped it is markup either way. */
export function compileBlockAssignment(node: BlockAssignment, scope: Scope): Execute {
  const assign = compileTarget(node.target, scope);
  const capture = compileCapture(node.body, capturedScope(scope));
  const apply = node.filter && compileFilterChain(node.filter, scope);
  return scope.unit.executeAt(node.at, (frame) => {
    frame.rendering.budget.step();
    const { output, outcome } = capture(frame);
    if (outcome === DONE) assign(frame, apply === undefined ? output : asOutput(frame, apply(frame, output)));
    return outcome;
  });
}

function asOutput({ rendering }: Frame, filtered: Value): Value {
  return rendering.autoescape ? new Markup(text(filtered, rendering.budget)) : filtered;
}

/** `{% with %}`: the values are computed outside, so that none sees another. */
export function compileWith({ assignments, body, at }: With, scope: Scope): Execute {
  const names = assignments.flatMap(({ target }) => targetNames(target));
  const inner = innerScope(scope, body, names);
  const values = assignments.map(({ value }) => scope.unit.expression(value, scope));
  const assigns = assignments.map(({ target }) => compileTarget(target, inner));
  const execute = inner.unit.body(body, inner);
  return scope.unit.executeAt(at, (frame) => {
    frame.rendering.budget.step();
    const turn = frame.inner(inner.variables.size);
    const computed = values.map((evaluate) => evaluate(frame));
    assigns.forEach((assign, index) => {
      assign(turn, computed[index]);
    });
    return execute(turn);
  });
}
