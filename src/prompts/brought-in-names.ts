import { compile, TemplateError } from '../templates/index.js';

/**
 * The literal names by which a text brings others in. Nothing, of a text that is no template: that is told when
 * it is checked or rendered.
 *
 * @example broughtInNames('{% include "shared/role@2" %}') // ['shared/role@2']
 */
export function broughtInNames(text: string): readonly string[] {
  try {
    return compile(text).references;
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
}
