import type { TemplateVariable } from './analysis/variables.js';
import { compile } from './compile.js';
import type { TemplateOptions } from './template-options.js';

/**
 * What a template needs from its context, with where it uses it and whether it does without.
 *
 * @throws TemplateSyntaxError where the text is no template, LimitError where it nests too deeply
 * @example
 * ```ts
 * variables('Hello {{ name|default("you") }}'); // [{ name: 'name', hasDefault: true, uses: [{ line: 1, … }] }]
 * ```
 */
export function variables(source: string, options: TemplateOptions = {}): readonly TemplateVariable[] {
  return compile(source, options).variables;
}
