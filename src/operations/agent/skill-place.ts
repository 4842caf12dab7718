import { join } from 'node:path';
import * as z from 'zod/mini';
import { confinedPath, LeadsOutside } from '../../base/files/confined-path.js';
import { repositoryRoot } from '../../base/files/repository-root.js';
import { NotAllowedError } from '../errors.js';
import type { AgentDeps } from './agent-deps.js';
import { type AgentName, agentNames, type SkillScope, skillScopes } from './agent-names.js';
import { agents } from './agents.js';

/** Which file an operation is about. */
export const skillReference = {
  agent: z.enum(agentNames),
  scope: z._default(z.enum(skillScopes), 'user'),
};

/** Where the skill of an agent lies, or would lie. */
export function skillPath(agent: AgentName, scope: SkillScope, { env, cwd }: AgentDeps): string {
  const { userSkills, projectSkills } = agents[agent];
  const folder = scope === 'user' ? userSkills(env) : join(projectRoot(cwd), projectSkills);
  return join(folder, 'prompt-runner', 'SKILL.md');
}

/**
 * The same, to write there: a repository may come from anybody, and its links must not lead out of it.
 *
 * @throws NotAllowedError when they do
 */
export async function safeSkillPath(agent: AgentName, scope: SkillScope, deps: AgentDeps): Promise<string> {
  const path = skillPath(agent, scope, deps);
  if (scope === 'user') return path;
  try {
    return await confinedPath(projectRoot(deps.cwd), path);
  } catch (error) {
    if (!(error instanceof LeadsOutside)) throw error;
    throw new NotAllowedError(`${path} leads out of the project by a link; nothing was changed.`, {
      hint: 'Look where the link leads, or install it for yourself with --user.',
    });
  }
}

function projectRoot(cwd: string): string {
  return repositoryRoot(cwd) ?? cwd;
}
