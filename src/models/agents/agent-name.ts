import type { agentProviders } from '../providers.js';

/** The name of an agent, as it stands in the place of a provider. */
export type AgentName = (typeof agentProviders)[number]['name'];

/** The commands that install them; null where there is none. */
export const installCommands: Readonly<Record<AgentName, string | null>> = {
  claude: 'npm install --global @anthropic-ai/claude-code',
  codex: 'npm install --global @openai/codex',
  gemini: 'npm install --global @google/gemini-cli',
  opencode: 'npm install --global opencode-ai',
  exec: null,
};

export function isAgentName(provider: string): provider is AgentName {
  return Object.hasOwn(installCommands, provider);
}
