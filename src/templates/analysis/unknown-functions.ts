import { nearest } from '../nearest.js';
import { allExpressions } from '../syntax/walk.js';
import type { LintCheck } from './lint.js';

/** Filters and tests that do not exist, also where a condition keeps them from being an error. */
export const findUnknownFunctions: LintCheck = ({ tree }, { filters, tests }) => {
  const suspicions = [];
  for (const node of allExpressions(tree)) {
    if (node.kind !== 'filter' && node.kind !== 'test') continue;
    const table = node.kind === 'filter' ? filters : tests;
    if (table.has(node.name)) continue;
    const near = nearest(node.name, table.keys());
    const suggestion = near === undefined ? '' : ` Did you mean '${near}'?`;
    suspicions.push({
      rule: `unknown-${node.kind}` as const,
      message: `There is no ${node.kind} named '${node.name}'.${suggestion}`,
      at: node.at,
    });
  }
  return suspicions;
};
