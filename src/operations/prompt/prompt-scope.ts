import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import type { PromptScope } from '../../store/prompt-store.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { whereabouts } from '../project/current-project.js';

/** Whose prompts are seen here: those of the project in force, and the global ones. */
export async function scopeHere(deps: Deps): Promise<PromptScope> {
  const { project } = await whereabouts(deps);
  return project?.id ?? null;
}

/** Which prompts are meant: those that are seen here, the global ones alone, or those of every project. */
export const rangeInput = z._default(z.enum(['here', 'global', 'all']), 'here');

/** The scope of a range; undefined is every project's. */
export async function rangeOf(
  deps: Deps,
  range: z.output<typeof rangeInput>,
): Promise<PromptScope | undefined> {
  switch (range) {
    case 'here':
      return scopeHere(deps);
    case 'global':
      return null;
    case 'all':
      return undefined;
  }
}

/** Where a new prompt belongs: to the project in force, or to all, when there is none or it is asked for. */
export async function homeOf(deps: Deps, isGlobal: boolean): Promise<Prompt['project']> {
  const { project } = isGlobal ? { project: null } : await whereabouts(deps);
  return project && { id: project.id, name: project.name };
}

/**
 * The same, for an operation that is about all that lies there.
 * @throws NotPermittedError
 */
export async function ownHome(deps: Deps, isGlobal: boolean): Promise<Prompt['project']> {
  const home = await homeOf(deps, isGlobal);
  await requireRole(deps, home);
  return home;
}
