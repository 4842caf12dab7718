import { type TemplateVariable, variables } from '../../templates/index.js';
import { operation } from '../operation.js';
import type { TemplateVariablesOutput, TemplateVariableView } from './outputs.js';
import type { TemplateDeps } from './template-deps.js';
import { templateInput } from './template-input.js';
import { withTemplate } from './with-template.js';

/**
 * The variables that a template needs, through the templates that it brings in.
 *
 * @throws TemplateSyntaxError, NotUtf8Error
 */
export const templateVariables = operation(
  templateInput,
  async (deps: TemplateDeps, given): Promise<TemplateVariablesOutput> =>
    withTemplate(deps, given, (source, { loader, ...options }) => {
      const missing = new Set<string>();
      const noting = (name: string) => {
        const text = loader?.(name);
        if (text === undefined) missing.add(name);
        return text;
      };
      const found = variables(source, { ...options, loader: noting });
      return { template: given.template.name, variables: found.map(variableView), missing: [...missing] };
    }),
);

function variableView({ name, hasDefault, uses }: TemplateVariable): TemplateVariableView {
  return {
    name,
    hasDefault,
    uses: uses.map(({ templateName: template, line, column, path, isOptional }) => ({
      template,
      line,
      column,
      path,
      isOptional,
    })),
  };
}
