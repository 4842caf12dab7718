import * as z from 'zod/mini';
import { operation } from '../operation.js';
import type { AgentDeps } from './agent-deps.js';
import { agentNames, skillScopes } from './agent-names.js';
import { agents } from './agents.js';
import type { AgentListOutput } from './outputs.js';
import { readSkillFile } from './skill-file.js';
import { skillPath } from './skill-place.js';
import { SKILL_VERSION } from './skill-text.js';

/** What is installed where, for every agent. */
export const listAgents = operation(
  z.object({}),
  async (deps: AgentDeps): Promise<AgentListOutput> => ({
    version: SKILL_VERSION,
    files: agentNames.flatMap((agent) =>
      skillScopes.map((scope) => {
        const file = skillPath(agent, scope, deps);
        const found = readSkillFile(file);
        const version = 'version' in found ? found.version : null;
        return { agent, title: agents[agent].title, scope, file, state: found.state, version };
      }),
    ),
  }),
);
