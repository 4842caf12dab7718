import { DONE, type Execute } from '../runtime/compiled-template.js';
import type { AutoescapeBlock, FilterBlock } from '../syntax/syntax-tree.js';
import { text } from '../values/text.js';
import { isTrue } from '../values/truth.js';
import { compileCapture } from './compile-capture.js';
import { compileFilterChain } from './compile-filter.js';
import { innerScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** `{% filter %}`: the body's output, filtered; it was escaped inside, and is not escaped again. */
export function compileFilterBlock({ filter, body, at }: FilterBlock, scope: Scope): Execute {
  const capture = compileCapture(body, scope);
  const apply = compileFilterChain(filter, scope);
  return scope.unit.executeAt(at, (frame) => {
    const { output, outcome } = capture(frame);
    if (outcome === DONE) frame.rendering.write(text(apply(frame, output), frame.rendering.budget));
    return outcome;
  });
}

/** `{% autoescape %}`: switches the escaping of what is printed inside. */
export function compileAutoescape({ enabled, body, at }: AutoescapeBlock, scope: Scope): Execute {
  const evaluate = scope.unit.expression(enabled, scope);
  const inner = innerScope(scope, body);
  const execute = inner.unit.body(body, inner);
  const { size } = inner.variables;
  return scope.unit.executeAt(at, (frame) => {
    const { rendering } = frame;
    const outside = rendering.autoescape;
    rendering.autoescape = isTrue(evaluate(frame));
    const outcome = execute(frame.inner(size));
    rendering.autoescape = outside;
    return outcome;
  });
}
