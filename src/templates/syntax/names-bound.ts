import { targetNames } from './children.js';
import type { Body, Statement } from './syntax-tree.js';

/** The names that a body binds in its own scope: not in the loops, macros and blocks inside it. */
export function boundNames(body: Body): readonly string[] {
  return body.flatMap(statementNames);
}

function statementNames(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'set':
    case 'set-block':
      return targetNames(statement.target);
    case 'macro':
    case 'import':
      return [statement.name];
    case 'from-import':
      return statement.names.map(({ alias }) => alias);
    case 'if':
      return [
        ...statement.branches.flatMap(({ body }) => boundNames(body)),
        ...boundNames(statement.otherwise),
      ];
    case 'autoescape':
      return boundNames(statement.body);
    default:
      return [];
  }
}
