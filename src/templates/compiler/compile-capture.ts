import type { Outcome } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import type { Body } from '../syntax/syntax-tree.js';
import type { Markup } from '../values/markup.js';
import { innerScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** What a body printed, and how it ended. */
export interface Captured {
  readonly output: string | Markup;
  readonly outcome: Outcome;
}

/** Compiles a body whose output is used rather than printed. */
export function compileCapture(body: Body, scope: Scope): (frame: Frame) => Captured {
  const inner = innerScope(scope, body);
  const execute = scope.unit.body(body, inner);
  const { size } = inner.variables;
  return (frame) => {
    const { rendering } = frame;
    const { text, result } = rendering.capture(() => execute(frame.inner(size)));
    return { output: rendering.markupIfEscaping(text), outcome: result };
  };
}
