import type { Body } from './syntax-tree.js';
import { allExpressions, allStatements } from './walk.js';

/** Whether a body reads a name anywhere inside, however deep. */
export function usesName(body: Body, name: string): boolean {
  for (const expression of allExpressions(body)) {
    if (expression.kind === 'name' && expression.name === name) return true;
  }
  return false;
}

/** Whether a body holds, however deep, a block that sees the variables around it. */
export function hasScopedBlock(body: Body): boolean {
  for (const statement of allStatements(body)) {
    if (statement.kind === 'block' && statement.scoped) return true;
  }
  return false;
}
