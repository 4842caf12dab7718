import { childExpressions, childStatements, statementExpressions } from './children.js';
import type { Body, Expression, Statement } from './syntax-tree.js';

/** All statements of a body, however deep, each before those inside it. */
export function* allStatements(body: Body): Iterable<Statement> {
  for (const statement of body) {
    yield statement;
    yield* allStatements(childStatements(statement));
  }
}

/** All expressions of a body, however deep, each before those inside it. */
export function* allExpressions(body: Body): Iterable<Expression> {
  for (const statement of allStatements(body)) {
    for (const expression of statementExpressions(statement)) yield* withInner(expression);
  }
}

function* withInner(expression: Expression): Iterable<Expression> {
  yield expression;
  for (const child of childExpressions(expression)) yield* withInner(child);
}
