export { type LintFinding, type LintRule, lint } from './analysis/lint.js';
export type { TemplateVariable, VariableUse } from './analysis/variables.js';
export type { BudgetOptions } from './budget.js';
export { compile, type Template } from './compile.js';
export {
  LimitError,
  TemplateError,
  TemplateNotFoundError,
  TemplateRuntimeError,
  TemplateSyntaxError,
  UndefinedError,
} from './errors.js';
export type { HostFunction, TemplateOptions } from './options.js';
export type { UndefinedKind } from './values/undefined.js';
