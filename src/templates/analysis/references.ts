import type { Body, Expression } from '../syntax/syntax-tree.js';
import { allStatements } from '../syntax/walk.js';
import { literalNames } from './literal-templates.js';

/** The names of the templates that a template includes, imports or extends by a literal name, each once. */
export function findReferences(tree: Body): readonly string[] {
  return [...new Set(templateExpressions(tree).flatMap(literalNames))];
}

function templateExpressions(tree: Body): readonly Expression[] {
  const expressions: Expression[] = [];
  for (const statement of allStatements(tree))
    if ('template' in statement) expressions.push(statement.template);
  return expressions;
}
