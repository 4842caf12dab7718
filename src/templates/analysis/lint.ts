import { Engine } from '../engine.js';
import { TemplateError } from '../errors.js';
import type { CompiledTemplate } from '../runtime/compiled-template.js';
import { DEFAULT_NAME, type TemplateOptions } from '../template-options.js';
import { findShadowing } from './shadowing.js';
import { findUnknownFunctions } from './unknown-functions.js';
import { findUnreachable } from './unreachable.js';
import { findUnusedSets } from './unused-sets.js';

/** The kinds of findings. */
export type LintRule =
  | 'syntax'
  | 'unknown-filter'
  | 'unknown-test'
  | 'unused-set'
  | 'shadowed-name'
  | 'unreachable';

/** Something in a template that is wrong, or most likely not meant. */
export interface LintFinding {
  readonly rule: LintRule;
  readonly message: string;
  readonly templateName: string;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
}

/** What a rule finds, by the offset in the source. */
export interface Suspicion {
  readonly rule: LintRule;
  readonly message: string;
  readonly at: number;
}

/** Looks for one kind of mistake. */
export type LintCheck = (template: CompiledTemplate, engine: Engine) => readonly Suspicion[];

const CHECKS: readonly LintCheck[] = [findUnknownFunctions, findUnusedSets, findShadowing, findUnreachable];

/**
 * Looks for mistakes in a template without rendering it: what cannot be compiled, filters and tests that do
 * not exist, variables set and never read, names that hide others, parts that never run.
 *
 * @example
 * ```ts
 * lint('{% set total = 1 %}Hello'); // [{ rule: 'unused-set', line: 1, column: 4, … }]
 * ```
 */
export function lint(source: string, options: TemplateOptions = {}): readonly LintFinding[] {
  const engine = new Engine(options);
  const name = options.name ?? DEFAULT_NAME;
  const template = compileOrFinding(engine, name, source);
  if ('rule' in template) return [template];
  return CHECKS.flatMap((check) => check(template, engine))
    .sort((left, right) => left.at - right.at)
    .map(({ rule, message, at }) => ({
      rule,
      message,
      templateName: name,
      ...template.source.position(at),
    }));
}

function compileOrFinding(engine: Engine, name: string, source: string): CompiledTemplate | LintFinding {
  try {
    return engine.compile(name, source);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { message, templateName, line, column } = error;
    return { rule: 'syntax', message, templateName, line, column };
  }
}
