import { DONE, type Execute } from '../runtime/compiled-template.js';
import type { AutoescapeBlock, FilterBlock } from '../syntax/syntax-tree.js';
import { isTrue } from '../values/truth.js';
import { compileFilterOfInput } from './compile-filter.js';
import { capturedScope, innerScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** `{% filter %}`: the body's output, filtered. */
export function compileFilterBlock({ filter, body, at }: FilterBlock, scope: Scope): Execute {
  const inner = innerScope(capturedScope(scope), body);
  const execute = inner.unit.body(body, inner);
  const { size } = inner.variables;
  const filtered = compileFilterOfInput(filter, scope, (frame) => {
    const { rendering } = frame;
    return rendering.markupIfEscaping(rendering.capture(() => execute(frame.inner(size))));
  });
  return scope.unit.executeAt(at, (frame) => {
    const value = filtered(frame);
    if (!scope.isTopLevelOutput || frame.run.parent === undefined) frame.rendering.print(value);
    return DONE;
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
