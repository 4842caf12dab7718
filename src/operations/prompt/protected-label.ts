import type { Prompt } from '../../prompts/prompt.js';
import { accessOf } from '../access/access.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';

/** Whether only admins move a label, once there are members: it decides what runs for everybody. */
export async function isProtectedLabel(deps: Deps, label: string): Promise<boolean> {
  return (await libraryOf(deps).protectedLabels.list()).includes(label);
}

/**
 * Who deletes, brings back, renames or moves a prompt changes what its labels mean: for protected ones that takes an
 * admin, as moving them does.
 *
 * @param places where the prompt is, and where it is going to be
 * @throws NotPermittedError
 */
export async function requireMovable(
  deps: Deps,
  { id }: Prompt,
  ...places: readonly Prompt['project'][]
): Promise<void> {
  if ((await accessOf(deps).as('admin').hidden()) === undefined) return;
  const labels = await libraryOf(deps).promptVersions.labels(id);
  const known = await libraryOf(deps).protectedLabels.list();
  if (!labels.some(({ label }) => known.includes(label))) return;
  for (const place of places) await requireRole(deps, place, 'admin');
}
