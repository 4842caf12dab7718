export type { LintFinding, LintRule } from './analysis/finding.js';
export { lint } from './analysis/lint.js';
export type { TemplateVariable, VariableUse } from './analysis/variables.js';
export type { BudgetOptions } from './budget.js';
export { compile } from './compile.js';
export {
  LimitError,
  TemplateError,
  TemplateNotFoundError,
  TemplateRuntimeError,
  TemplateSyntaxError,
  UndefinedError,
} from './errors.js';
export type { Template } from './template.js';
export { TemplateCache } from './template-cache.js';
export type { HostFunction, TemplateLoader, TemplateOptions } from './template-options.js';
export type { UndefinedKind } from './values/undefined.js';
export { variables } from './variables.js';
export { type FetchTemplate, fetchingOnce, withFetched } from './with-fetched.js';
