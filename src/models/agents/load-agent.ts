import type { ModelName } from '../spec/model-name.js';
import type { AgentName } from './agent-name.js';
import type { CodingAgent } from './coding-agent.js';

type LoadAgent = (name: ModelName, cwd: string) => Promise<CodingAgent>;

// Written out, since the bundler does not follow a computed import.
const loaders: Readonly<Record<AgentName, LoadAgent>> = {
  claude: async () => (await import('./claude/claude.js')).claude,
  codex: async () => (await import('./codex/codex.js')).codex,
  gemini: async () => (await import('./gemini/gemini.js')).gemini,
  opencode: async () => (await import('./opencode/opencode.js')).opencode,
  exec: async ({ model }, cwd) => (await import('./exec/exec.js')).execAgent(model, cwd),
};

/** @throws ExecCommandMissingError, UnbalancedQuoteError */
export function loadAgent(agent: AgentName, name: ModelName, cwd: string): Promise<CodingAgent> {
  return loaders[agent](name, cwd);
}
