import * as z from 'zod/mini';
import { compile, type TemplateVariable } from '../../templates/index.js';
import { operation } from '../operation.js';
import type { TemplateRenderOutput } from './outputs.js';
import { readVariables, type Variables } from './read-variables.js';
import type { TemplateDeps } from './template-deps.js';
import { givenFile, templateInput } from './template-input.js';
import { withTemplate } from './with-template.js';

const input = z.object({
  ...templateInput.shape,
  /** Variables as `name=value`; they win over those of the file. */
  assignments: z._default(z.readonly(z.array(z.string())), []),
  /** Variables as an object in JSON or YAML. */
  variablesFile: z.optional(givenFile),
});

/**
 * Renders a template.
 *
 * @throws TemplateError of any class, TemplateVariablesError, NotUtf8Error
 */
export const renderTemplate = operation(
  input,
  async (deps: TemplateDeps, { assignments, variablesFile, ...template }): Promise<TemplateRenderOutput> => {
    const given = await readVariables(variablesFile, assignments);
    return withTemplate(deps, template, (source, options) => {
      const compiled = compile(source, options);
      const text = compiled.render(given);
      return { template: template.template.name, text, notGiven: notGiven(compiled.variables, given) };
    });
  },
);

function notGiven(variables: readonly TemplateVariable[], given: Variables): string[] {
  return variables
    .filter(({ name, hasDefault }) => !hasDefault && !Object.hasOwn(given, name))
    .map(({ name }) => name);
}
