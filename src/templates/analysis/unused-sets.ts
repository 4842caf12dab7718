import { targetNames } from '../syntax/children.js';
import type { Body } from '../syntax/syntax-tree.js';
import { allExpressions, allStatements } from '../syntax/walk.js';
import { trimOf } from '../syntax/whitespace.js';
import type { LintCheck } from './lint.js';

/**
 * Variables that are set and never read. A template that prints nothing is a library, whose variables
 * others read; so are those of a template that hands its variables on.
 */
export const findUnusedSets: LintCheck = ({ tree }) => {
  if (!prints(tree) || handsVariablesOn(tree)) return [];
  const read = namesRead(tree);
  const suspicions = [];
  for (const node of allStatements(tree)) {
    if (node.kind !== 'set' && node.kind !== 'set-block') continue;
    for (const name of targetNames(node.target)) {
      if (read.has(name) || name === '_') continue;
      suspicions.push({
        rule: 'unused-set' as const,
        message: `'${name}' is set but never read.`,
        at: node.at,
      });
    }
  }
  return suspicions;
};

function prints(tree: Body): boolean {
  return tree.some(({ kind, ...node }) => {
    if (kind === 'text') return 'text' in node && trimOf(node.text) !== '';
    return (
      kind !== 'set' &&
      kind !== 'set-block' &&
      kind !== 'macro' &&
      kind !== 'import' &&
      kind !== 'from-import'
    );
  });
}

function handsVariablesOn(tree: Body): boolean {
  for (const node of allStatements(tree)) {
    if (node.kind === 'extends' || (node.kind === 'include' && node.withContext)) return true;
  }
  return false;
}

function namesRead(tree: Body): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of allExpressions(tree)) if (node.kind === 'name') names.add(node.name);
  for (const node of allStatements(tree)) {
    const isSet = node.kind === 'set' || node.kind === 'set-block';
    if (isSet && node.target.kind === 'namespace-target') names.add(node.target.namespace);
  }
  return names;
}
