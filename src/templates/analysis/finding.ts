import type { SourceText } from '../../base/text/source-text.js';
import { type ErrorPlace, placeOf, type TemplateError, TemplateSyntaxError } from '../errors.js';

/** The kinds of findings. */
export type LintRule =
  | 'syntax'
  | 'missing-template'
  | 'unknown-filter'
  | 'unknown-test'
  | 'unused-set'
  | 'shadowed-name'
  | 'unreachable';

/** Something in a template that is wrong, or most likely not meant. */
export interface LintFinding {
  readonly rule: LintRule;
  /** An error keeps the template, or a part of it, from being rendered. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly templateName: string;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** The line with a caret under the column, two lines of text. */
  readonly excerpt: string;
}

/** What a rule finds, by the offset in the source. */
export interface Suspicion {
  readonly rule: LintRule;
  readonly message: string;
  readonly at: number;
}

/** A suspicion with its place in the template. */
export function findingIn(source: SourceText, { rule, message, at }: Suspicion): LintFinding {
  return finding(rule, message, placeOf(source, at));
}

/** The finding for what keeps a template from being compiled. */
export function syntaxFinding(error: TemplateError): LintFinding {
  const hint = error instanceof TemplateSyntaxError ? error.suggestion : error.remedy.hint;
  return finding('syntax', hint === undefined ? error.message : `${error.message} ${hint}`, error);
}

const ERRORS: ReadonlySet<LintRule> = new Set([
  'syntax',
  'missing-template',
  'unknown-filter',
  'unknown-test',
]);

function finding(
  rule: LintRule,
  message: string,
  { templateName, line, column, excerpt }: ErrorPlace,
): LintFinding {
  const severity = ERRORS.has(rule) ? 'error' : 'warning';
  return { rule, severity, message, templateName, line, column, excerpt };
}
