import type { Expression, Statement } from '../syntax/syntax-tree.js';

/** The names of the templates that a statement brings in and lets see its variables, where they are literal. */
export function literalTemplates(node: Statement): readonly string[] {
  if (node.kind === 'extends') return literalNames(node.template);
  const bringsIn = node.kind === 'include' || node.kind === 'import' || node.kind === 'from-import';
  return bringsIn && node.withContext ? literalNames(node.template) : [];
}

/** The names in a literal, a list of literals, or a choice between them. */
export function literalNames(node: Expression): readonly string[] {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'list':
    case 'tuple':
      return node.items.flatMap(literalNames);
    case 'conditional':
      return [...literalNames(node.whenTrue), ...(node.whenFalse ? literalNames(node.whenFalse) : [])];
    default:
      return [];
  }
}
