import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import type { Deps } from '../deps.js';
import { findProject } from '../project/find-project.js';

/** Where a prompt shall belong: to a project that is named, or to all. */
export const destinationInput = z.union([
  z.object({ project: z.string() }),
  z.object({ global: z.literal(true) }),
]);

/** @throws NotFoundError when there is no such project */
export async function destinationOf(
  { store }: Deps,
  destination: z.output<typeof destinationInput>,
): Promise<Prompt['project']> {
  if ('global' in destination) return null;
  const { id, name } = await findProject(store.projects, destination.project);
  return { id, name };
}

/** @example homeText(null) === 'among the global ones' */
export function homeText(project: { readonly name: string } | null): string {
  return project === null ? 'among the global ones' : `in project ${project.name}`;
}
