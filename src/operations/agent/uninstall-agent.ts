import { rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { NotAllowedError, NotFoundError } from '../errors.js';
import { operation } from '../operation.js';
import type { AgentDeps } from './agent-deps.js';
import { agents } from './agents.js';
import type { AgentUninstallOutput } from './outputs.js';
import { readSkillFile } from './skill-file.js';
import { safeSkillPath, skillReference } from './skill-place.js';

const input = z.object({
  ...skillReference,
  /** Whether changes that somebody made to our file may be lost. */
  force: z._default(z.boolean(), false),
});

/**
 * Removes what an installation wrote, and nothing else: the file, and the folders that were made for it as
 * far as they are empty.
 *
 * @throws NotFoundError when nothing is installed there
 * @throws NotAllowedError for a file of somebody else's, or a changed one unless forced
 */
export const uninstallAgent = operation(
  input,
  async (deps: AgentDeps, { agent, scope, force }): Promise<AgentUninstallOutput> => {
    const file = await safeSkillPath(agent, scope, deps);
    const { title } = agents[agent];
    const found = readSkillFile(file);
    if (found.state === 'absent') {
      throw new NotFoundError('AGENT_FILE_NOT_FOUND', `Nothing is installed for ${title} at ${file}.`, {
        hint: 'See what is installed where.',
        next: 'prompt-runner agent list',
      });
    }
    if (found.state === 'foreign') {
      throw new NotAllowedError(`${file} is not prompt-runner's; it stays.`, {
        next: 'prompt-runner agent list',
      });
    }
    if (found.state === 'changed' && !force) {
      throw new NotAllowedError(`${file} was changed since it was installed; it stays.`, {
        hint: 'Keep a copy of your changes, then repeat the command with --force.',
      });
    }
    rmSync(file);
    const folders = removeEmptyFolders(dirname(file), found.folders);
    return { agent, title, scope, file, folders, next: 'prompt-runner agent list' };
  },
);

/** Removes a folder and those above it, so many at most, up to the first that is not empty. */
function removeEmptyFolders(folder: string, count: number): string[] {
  if (count === 0) return [];
  try {
    rmdirSync(folder);
  } catch {
    // Something else has come to lie there: it stays, and so does all above it.
    return [];
  }
  return [folder, ...removeEmptyFolders(dirname(folder), count - 1)];
}
