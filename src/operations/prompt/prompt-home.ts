import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { findProject } from '../project/find-project.js';

/** Where a prompt shall belong: to a project that is named, or to all. */
export const destinationInput = z.union([
  z.object({ project: z.string() }),
  z.object({ global: z.literal(true) }),
]);

/**
 * @throws NotFoundError when there is no such project
 * @throws NotPermittedError when nothing may be written there
 */
export async function destinationOf(
  deps: Deps,
  destination: z.output<typeof destinationInput>,
): Promise<Prompt['project']> {
  const project = 'global' in destination ? null : await findProject(deps, destination.project);
  await requireRole(deps, project);
  return project && { id: project.id, name: project.name };
}

/** @example homeText(null) === 'among the global ones' */
export function homeText(project: { readonly name: string } | null): string {
  return project === null ? 'among the global ones' : `in project ${project.name}`;
}
