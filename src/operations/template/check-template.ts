import { type LintFinding, lint } from '../../templates/index.js';
import { operation } from '../operation.js';
import type { TemplateCheckOutput, TemplateFinding } from './outputs.js';
import type { TemplateDeps } from './template-deps.js';
import { templateInput } from './template-input.js';
import { withTemplate } from './with-template.js';

/** Looks for mistakes in a template without rendering it, and in those that it brings in. */
export const checkTemplate = operation(
  templateInput,
  async (deps: TemplateDeps, given): Promise<TemplateCheckOutput> => {
    const findings = await withTemplate(deps, given, lint);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return {
      template: given.template.name,
      errors,
      warnings: findings.length - errors,
      findings: findings.map(findingView),
    };
  },
);

function findingView({ templateName, ...finding }: LintFinding): TemplateFinding {
  return { template: templateName, ...finding };
}
