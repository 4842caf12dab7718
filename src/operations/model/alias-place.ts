import * as z from 'zod/mini';
import type { Project } from '../../store/project.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { namedOrCurrent } from '../project/named-or-current.js';

/** For whom an alias holds: for the project in force, or for all. */
export const aliasScope = z._default(z.enum(['project', 'all']), 'all');

export const aliasName = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9][a-z0-9._/-]{0,63}$/,
      'An alias has at most 64 small letters, digits and . _ / -, and begins with a letter or digit.',
    ),
  );

/** @throws NotFoundError when no project is in force */
export async function aliasOwner(deps: Deps, scope: z.output<typeof aliasScope>): Promise<Project | null> {
  const owner = scope === 'all' ? null : await namedOrCurrent(deps);
  await requireRole(deps, owner);
  return owner;
}

/** What an alias means in just this place; null when it means nothing there. */
export async function aliasIn(deps: Deps, name: string, owner: Project | null): Promise<string | null> {
  const aliases = await executionsOf(deps).modelAliases.list(owner?.id ?? null);
  return (
    aliases.find((alias) => alias.name === name && alias.project === (owner?.id ?? null))?.target ?? null
  );
}
