import { findProgram } from '../../base/files/find-program.js';
import type { ModelName } from '../spec/model-name.js';
import type { OpenModel } from '../spec/open-model.js';
import { type AgentName, installCommands, isAgentName } from './agent-name.js';
import type { AgentSurroundings } from './agent-surroundings.js';
import { AgentMissingError } from './errors.js';
import { loadAgent } from './load-agent.js';

/** Each is a program with threads and memory of its own on this machine. */
const LIMITS = { concurrency: 4, concurrencyIs: 'usual', requestsPerMinute: null } as const;

/**
 * Opens an agent: `claude`, `codex:gpt-5-codex`, `gemini`, `opencode:anthropic/claude-sonnet-4-5`,
 * `exec:./my-agent --fast`.
 *
 * @throws AgentMissingError when its program is not installed
 * @throws ExecCommandMissingError, UnbalancedQuoteError for what stands after `exec:`
 */
export async function openAgent(name: ModelName, surroundings: AgentSurroundings): Promise<OpenModel> {
  const agent = agentOf(name);
  requireProgram(agent, surroundings);
  const driver = await loadAgent(agent, name, surroundings.cwd);
  return {
    name,
    identity: {},
    kind: 'agent',
    limits: LIMITS,
    abilities: { tools: false, images: false, schema: driver.schema !== 'none', budget: driver.budget },
    call: async (request, watch) => {
      const { callAgent } = await import('./call-agent.js');
      return callAgent({ agent, name, driver, surroundings }, request, watch);
    },
  };
}

/** Before anything is begun: whoever wants an agent that is not here has done something else until then. */
function requireProgram(agent: AgentName, { env }: AgentSurroundings): void {
  const install = installCommands[agent];
  if (install !== null && findProgram(agent, env) === null) throw new AgentMissingError(agent, install);
}

function agentOf({ provider }: ModelName): AgentName {
  if (isAgentName(provider)) return provider;
  throw new TypeError(`"${provider}" is no agent.`);
}
