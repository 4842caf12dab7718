import * as z from 'zod/mini';
import type { MemberStore } from '../../store/member-store.js';
import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { findProject } from './find-project.js';
import { namedOrCurrent } from './named-or-current.js';

/** Whose members are meant: those of a project that is named, of the one in force here, or of the store itself. */
export const memberPlaceInput = z.object({
  project: z.optional(z.string()),
  global: z._default(z.boolean(), false),
});

/** A login on a server, or the name that changes are recorded under. */
export const loginInput = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'A name is needed.'),
    z.maxLength(200, 'A name has at most 200 characters.'),
  );

export interface MemberPlace {
  readonly members: Pick<MemberStore, 'list' | 'grant' | 'revoke'>;
  /** Null for the store itself. */
  readonly project: Project | null;
}

/**
 * @throws NotFoundError when there is no such project, or none in force
 * @throws NotAllowedError in a workspace, whose files are open to whoever can read them
 */
export async function memberPlace(
  deps: Deps,
  { project, global }: z.output<typeof memberPlaceInput>,
): Promise<MemberPlace> {
  const { members } = deps.store;
  if (members === null) {
    throw new NotAllowedError('A workspace has no members: it is open to whoever can read its files.', {
      hint: 'Leave out --workspace (and PROMPT_RUNNER_WORKSPACE) to work with the store.',
    });
  }
  if (global) return { members, project: null };
  return {
    members,
    project: project === undefined ? await namedOrCurrent(deps) : await findProject(deps, project),
  };
}
