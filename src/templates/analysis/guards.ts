import type { Expression } from '../syntax/syntax-tree.js';

const DEFAULT_FILTERS = new Set(['default', 'd']);
const DEFINED_TESTS = new Set(['defined', 'undefined']);

/** Whether an expression asks for its first operand in a way that does without a value. */
export function isGuard(node: Expression): boolean {
  if (node.kind === 'filter') return DEFAULT_FILTERS.has(node.name);
  return node.kind === 'test' && DEFINED_TESTS.has(node.name);
}

/** The names that are known to be there, or not to be needed, where a condition holds. */
export function guardedNames(condition: Expression): readonly string[] {
  switch (condition.kind) {
    case 'logical':
      return condition.operator === 'and'
        ? [...guardedNames(condition.left), ...guardedNames(condition.right)]
        : [];
    case 'test':
      return condition.name === 'defined' ? rootName(condition.input) : [];
    default:
      return rootName(condition);
  }
}

function rootName(node: Expression): readonly string[] {
  if (node.kind === 'name') return [node.name];
  return node.kind === 'attribute' || node.kind === 'subscript' ? rootName(node.object) : [];
}
