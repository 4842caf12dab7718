import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { writeTextFile } from '../../base/files/write-text-file.js';
import { NotAllowedError } from '../errors.js';
import { operation } from '../operation.js';
import type { AgentDeps } from './agent-deps.js';
import { agents } from './agents.js';
import type { AgentInstallOutput } from './outputs.js';
import { readSkillFile, renderSkillFile, type SkillFile } from './skill-file.js';
import { safeSkillPath, skillReference } from './skill-place.js';
import { SKILL_VERSION } from './skill-text.js';

const input = z.object({
  ...skillReference,
  /** Whether changes that somebody made to our file may be lost. */
  force: z._default(z.boolean(), false),
});

/**
 * Writes the skill into the place that an agent reads, or brings the one there up to date.
 *
 * @throws NotAllowedError over a file of somebody else's, or over changes unless forced
 * @throws FileNotWrittenError when the system refuses
 */
export const installAgent = operation(
  input,
  async (deps: AgentDeps, { agent, scope, force }): Promise<AgentInstallOutput> => {
    const file = await safeSkillPath(agent, scope, deps);
    const found = readSkillFile(file);
    if (found.state === 'foreign') throw foreign(file);
    if (found.state === 'changed' && !force) throw changed(file);
    const outcome = await bringUpToDate(file, found);
    const { title, call } = agents[agent];
    return {
      agent,
      title,
      scope,
      file,
      outcome,
      version: SKILL_VERSION,
      call,
      next: 'prompt-runner agent list',
    };
  },
);

async function bringUpToDate(file: string, found: SkillFile): Promise<AgentInstallOutput['outcome']> {
  if (found.state === 'current') return 'unchanged';
  if ('folders' in found) {
    await writeTextFile(file, renderSkillFile(found.folders), { replace: true });
    return 'updated';
  }
  const folders = missingFolders(dirname(file));
  await writeTextFile(file, renderSkillFile(folders), { replace: false });
  return 'installed';
}

/** How many folders have to be made, from this one upwards. */
function missingFolders(folder: string): number {
  return existsSync(folder) ? 0 : 1 + missingFolders(dirname(folder));
}

function foreign(file: string): NotAllowedError {
  return new NotAllowedError(`${file} is not prompt-runner's; nothing was changed.`, {
    hint: 'Move it away first if it is not needed.',
    next: 'prompt-runner agent list',
  });
}

function changed(file: string): NotAllowedError {
  return new NotAllowedError(`${file} was changed since it was installed; nothing was changed now.`, {
    hint: 'Keep a copy of your changes, then repeat the command with --force.',
  });
}
