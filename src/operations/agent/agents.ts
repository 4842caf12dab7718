import { join } from 'node:path';
import { homeFolder } from '../../config/paths.js';
import type { AgentDeps } from './agent-deps.js';
import type { AgentName } from './agent-names.js';

/** A coding agent, and the folders from which it reads skills (agentskills.io), each in a folder of its own. */
export interface Agent {
  readonly title: string;
  /** The skills of a person, for all projects. */
  readonly userSkills: (env: AgentDeps['env']) => string;
  /** The skills of a project, below its root. */
  readonly projectSkills: string;
  /** How a person has it use the skill. */
  readonly call: string;
}

export const agents: Readonly<Record<AgentName, Agent>> = {
  // https://code.claude.com/docs/en/skills
  claude: {
    title: 'Claude Code',
    userSkills: (env) => join(env.CLAUDE_CONFIG_DIR || join(homeFolder(env), '.claude'), 'skills'),
    projectSkills: '.claude/skills',
    call: '/prompt-runner',
  },
  // https://developers.openai.com/codex/skills
  codex: {
    title: 'Codex',
    userSkills: (env) => join(homeFolder(env), '.agents', 'skills'),
    projectSkills: '.agents/skills',
    call: '$prompt-runner',
  },
  // https://geminicli.com/docs/cli/skills
  gemini: {
    title: 'Gemini CLI',
    userSkills: (env) => join(homeFolder(env), '.gemini', 'skills'),
    projectSkills: '.gemini/skills',
    call: 'Use the prompt-runner skill.',
  },
  // https://opencode.ai/docs/skills
  opencode: {
    title: 'opencode',
    userSkills: (env) => join(env.XDG_CONFIG_HOME || join(homeFolder(env), '.config'), 'opencode', 'skills'),
    projectSkills: '.opencode/skills',
    call: 'Use the prompt-runner skill.',
  },
  // https://docs.github.com/en/copilot/concepts/customizations/agent-skills
  copilot: {
    title: 'GitHub Copilot',
    userSkills: (env) => join(homeFolder(env), '.copilot', 'skills'),
    projectSkills: '.github/skills',
    call: 'Use the prompt-runner skill.',
  },
};
