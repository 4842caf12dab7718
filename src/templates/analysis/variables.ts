import type { Engine } from '../engine.js';
import type { SourceText } from '../source-text.js';
import type { Body } from '../syntax/syntax-tree.js';

export interface TemplateVariable {
  readonly name: string;
}
export function findVariables(
  _tree: Body,
  _source: SourceText,
  _engine: Engine,
): readonly TemplateVariable[] {
  return [];
}
