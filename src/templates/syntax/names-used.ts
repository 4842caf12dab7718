import { childExpressions, childStatements, statementExpressions } from './children.js';
import type { Body, Expression } from './syntax-tree.js';

/** Whether a body reads a name anywhere inside, however deep. */
export function usesName(body: Body, name: string): boolean {
  return body.some(
    (statement) =>
      statementExpressions(statement).some((expression) => readsName(expression, name)) ||
      usesName(childStatements(statement), name),
  );
}

/** Whether a body holds, however deep, a tag that hands all its variables on. */
export function sharesVariables(body: Body): boolean {
  return body.some((statement) => {
    const { kind } = statement;
    const shares = kind === 'include' || kind === 'block' || kind === 'import' || kind === 'from-import';
    return shares || sharesVariables(childStatements(statement));
  });
}

function readsName(expression: Expression, name: string): boolean {
  if (expression.kind === 'name') return expression.name === name;
  return childExpressions(expression).some((child) => readsName(child, name));
}
