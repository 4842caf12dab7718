import { DONE, type Execute } from '../runtime/compiled-template.js';
import type { Body } from '../syntax/syntax-tree.js';
import { compileStatement } from './compile-statement.js';
import type { Scope } from './scope.js';

/** Compiles statements to be run one after the other, until one leaves the loop around. */
export function compileBody(body: Body, scope: Scope): Execute {
  const statements = body.map((statement) => compileStatement(statement, scope));
  const [first, second] = statements;
  if (first === undefined) return () => DONE;
  if (second === undefined) return first;
  return (frame) => {
    for (const statement of statements) {
      const outcome = statement(frame);
      if (outcome !== DONE) return outcome;
    }
    return DONE;
  };
}
