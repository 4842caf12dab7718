import { Engine } from '../engine.js';
import { TemplateError } from '../errors.js';
import type { CompiledTemplate } from '../runtime/compiled-template.js';
import { DEFAULT_NAME, type TemplateOptions } from '../template-options.js';
import { findingIn, type LintFinding, type Suspicion, syntaxFinding } from './finding.js';
import { findInOtherTemplates } from './other-templates.js';
import { findShadowing } from './shadowing.js';
import { findUnknownFunctions } from './unknown-functions.js';
import { findUnreachable } from './unreachable.js';
import { findUnusedSets } from './unused-sets.js';

/** Looks for one kind of mistake. */
export type LintCheck = (template: CompiledTemplate, engine: Engine) => readonly Suspicion[];

/**
 * Looks for mistakes in a template without rendering it: what cannot be compiled, filters and tests that do
 * not exist, variables set and never read, names that hide others, parts that never run. With a loader, the
 * templates that it brings in by literal names have to be there and to compile, too.
 *
 * @example
 * ```ts
 * lint('{% set total = 1 %}Hello'); // [{ rule: 'unused-set', severity: 'warning', line: 1, column: 4, … }]
 * ```
 */
export function lint(source: string, options: TemplateOptions = {}): readonly LintFinding[] {
  const engine = new Engine(options);
  const template = compiledOrFinding(engine, options.name ?? DEFAULT_NAME, source);
  if ('rule' in template) return [template];
  const own = suspicionsOf(template, engine).map((suspicion) => findingIn(template.source, suspicion));
  return options.loader === undefined ? own : [...own, ...findInOtherTemplates(template, engine)];
}

function suspicionsOf(template: CompiledTemplate, engine: Engine): readonly Suspicion[] {
  const checks: readonly LintCheck[] = [findUnknownFunctions, findUnusedSets, findShadowing, findUnreachable];
  return checks.flatMap((check) => check(template, engine)).sort((left, right) => left.at - right.at);
}

function compiledOrFinding(engine: Engine, name: string, source: string): CompiledTemplate | LintFinding {
  try {
    return engine.compile(name, source);
  } catch (error) {
    if (error instanceof TemplateError) return syntaxFinding(error);
    throw error;
  }
}
