import { DONE, type Execute } from '../runtime/compiled-template.js';
import type { Expression, Print, Text } from '../syntax/syntax-tree.js';
import type { Scope } from './scope.js';

/** Text between tags: written as it is. */
export function compileText({ text, at }: Text, scope: Scope): Execute {
  const write: Execute = (frame) => {
    frame.rendering.write(text);
    return DONE;
  };
  return unlessExtending(scope.unit.executeAt(at, write), scope);
}

/** `{{ … }}`. */
export function compilePrint({ value, at }: Print, scope: Scope): Execute {
  const evaluate = scope.unit.expression(value, scope);
  const print: Execute = isInsertion(value)
    ? (frame) => {
        frame.rendering.budget.step();
        frame.rendering.insert(evaluate(frame));
        return DONE;
      }
    : (frame) => {
        frame.rendering.budget.step();
        frame.rendering.print(evaluate(frame));
        return DONE;
      };
  return unlessExtending(scope.unit.executeAt(at, print), scope);
}

/** Once a template extends another, what its top level prints is not seen, and not even computed. */
function unlessExtending(execute: Execute, scope: Scope): Execute {
  if (!scope.isTopLevelOutput) return execute;
  return (frame) => (frame.run.parent === undefined ? execute(frame) : DONE);
}

/** Whether an expression only fetches a value, or calls something that has paid for what it made. */
function isInsertion(value: Expression): boolean {
  return (
    value.kind === 'name' || value.kind === 'attribute' || value.kind === 'subscript' || value.kind === 'call'
  );
}
