import { boundNames } from '../syntax/names-bound.js';
import type { Body } from '../syntax/syntax-tree.js';
import type { Scope } from './scope.js';

/**
 * The scope of a body with variables of its own.
 *
 * @param names variables that it has besides those it binds itself
 */
export function innerScope(scope: Scope, body: Body, names: readonly string[] = []): Scope {
  return { ...scope, variables: scope.variables.inner([...names, ...boundNames(body)]), soft: false };
}

/** The scope of code whose output is collected rather than printed. */
export function capturedScope(scope: Scope): Scope {
  return { ...scope, isTopLevelOutput: false };
}

/** The scope of code that runs only under a condition. */
export function softScope(scope: Scope): Scope {
  return scope.soft ? scope : { ...scope, soft: true };
}
