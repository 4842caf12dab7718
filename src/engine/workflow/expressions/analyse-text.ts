import { isYamlText, type YamlTree } from '../../../base/yaml/yaml-tree.js';
import { compile, lint } from '../../../templates/index.js';
import type { TemplateText, TemplateValue } from '../workflow.js';
import { textTemplate, trimmed } from './text-template.js';

/** A name that a text takes from outside. */
export interface Reference {
  readonly name: string;
  /** The attributes and keys behind it, in order; null for one that is computed. */
  readonly keys: readonly (string | null)[];
  /** In the text, from 1. */
  readonly line: number;
  readonly column: number;
}

/** What keeps a text from being a template. */
export interface TextFault {
  readonly message: string;
  /** In the text, from 1. */
  readonly line: number;
  readonly column: number;
}

/** What there is to know of a text without rendering it. */
export interface TextAnalysis {
  readonly references: readonly Reference[];
  readonly faults: readonly TextFault[];
}

export function analyseText(text: TemplateText): TextAnalysis {
  const findings = lint(text.value, { keepTrailingNewline: true });
  const faults = findings.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return { references: [], faults };
  const template = textTemplate(text);
  return {
    references: template.variables.flatMap(({ name, uses }) => uses.map((use) => ({ name, ...use }))),
    faults: template.references.map((name) => ({
      message: `A text of a workflow cannot bring in another template, as this one does with "${name}".`,
      line: 1,
      column: 1,
    })),
  };
}

/** All texts in a value. */
export function textsIn(value: TemplateValue): readonly TemplateText[] {
  switch (value.kind) {
    case 'scalar':
      return isYamlText(value) ? [value] : [];
    case 'list':
      return value.items.flatMap(textsIn);
    case 'mapping':
      return value.entries.flatMap((entry) => textsIn(entry.value));
  }
}

/** Whether a text is exactly one expression, spaces around it aside. It has to be a template. */
export function isExpression(text: TemplateText): boolean {
  return textTemplate(trimmed(text)).isExpression;
}

/** Whether a text would be an expression, had it been put into `{{ }}`. */
export function isBareExpression({ value }: TemplateText): boolean {
  if (value.includes('{')) return false;
  try {
    return compile(`{{ ${value} }}`).isExpression;
  } catch {
    return false;
  }
}

/** Whether a value says the same whatever the run: no text in it has a tag. */
export function isConstant(value: YamlTree): boolean {
  return textsIn(value).every((text) => !/\{[{%#]/.test(text.value));
}
