import type { Engine } from '../engine.js';
import type { CompiledTemplate } from '../runtime/compiled-template.js';
import { ABSENT } from '../values/absent.js';
import { VariableWalk } from './variable-walk.js';

/** One place where a template uses a variable. */
export interface VariableUse {
  readonly templateName: string;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** What is used of it, as written with points: `user.name`. */
  readonly path: string;
  /** The attributes and keys behind the name, in order; null for one that is computed. */
  readonly keys: readonly (string | null)[];
  /** Whether this use does without a value: it has a `default`, or asks first whether it is defined. */
  readonly isOptional: boolean;
}

/** A variable that a template takes from its context. */
export interface TemplateVariable {
  readonly name: string;
  /** Whether every use does without a value. */
  readonly hasDefault: boolean;
  /** Where it is used, in the order of the text. */
  readonly uses: readonly VariableUse[];
}

/**
 * The variables that a template takes from its context, in the order of their first use. Templates that
 * are included, extended or imported with context by a literal name count too, if the loader has them.
 */
export function findVariables(template: CompiledTemplate, engine: Engine): readonly TemplateVariable[] {
  const walk = new VariableWalk(engine);
  walk.walkTemplate(template);
  return Array.from(walk.uses, ([name, uses]) => ({
    name,
    hasDefault: uses.every(({ isOptional }) => isOptional),
    uses,
  })).filter(({ name }) => engine.globalNames.get(name) === ABSENT);
}
