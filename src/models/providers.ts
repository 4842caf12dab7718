import type { ProviderKind } from './spec/model-catalogue.js';

/** What is known of a provider before any of its code is loaded. */
export interface ProviderFacts {
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  readonly kind: ProviderKind;
  /** One sentence. */
  readonly about: string;
  /** The variables that may hold its key, the first that is set counts; none when it takes no key. */
  readonly keyVariables: readonly string[];
  /** The variables that may hold its address, as its vendor names them. */
  readonly addressVariables: readonly string[];
  /** Its name in the price list; null when it is not in there. */
  readonly priced: string | null;
}

/** The providers that come with the program, in the order in which they are shown. */
export const builtinProviders = [
  {
    name: 'openai',
    title: 'OpenAI',
    kind: 'service',
    about: "OpenAI's models, by its responses interface.",
    keyVariables: ['OPENAI_API_KEY'],
    addressVariables: ['OPENAI_BASE_URL'],
    priced: 'openai',
  },
  {
    name: 'openai-chat',
    title: 'OpenAI (chat)',
    kind: 'service',
    about: "OpenAI's models, by its older chat interface.",
    keyVariables: ['OPENAI_API_KEY'],
    addressVariables: ['OPENAI_BASE_URL'],
    priced: 'openai',
  },
  {
    name: 'anthropic',
    title: 'Anthropic',
    kind: 'service',
    about: "Anthropic's models.",
    keyVariables: ['ANTHROPIC_API_KEY'],
    addressVariables: ['ANTHROPIC_BASE_URL'],
    priced: 'anthropic',
  },
  {
    name: 'google',
    title: 'Google',
    kind: 'service',
    about: "Google's Gemini models.",
    keyVariables: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    addressVariables: ['GOOGLE_GENERATIVE_AI_BASE_URL', 'GOOGLE_GEMINI_BASE_URL'],
    priced: 'google',
  },
  {
    name: 'ollama',
    title: 'Ollama',
    kind: 'local',
    about: 'Models that Ollama runs on this machine or one nearby.',
    keyVariables: [],
    addressVariables: ['OLLAMA_HOST'],
    priced: null,
  },
  {
    name: 'fake',
    title: 'the fake',
    kind: 'stand-in',
    about: 'No model: answers from a script, or repeats what it is given.',
    keyVariables: [],
    addressVariables: [],
    priced: null,
  },
] as const satisfies readonly ProviderFacts[];

export type BuiltinProvider = (typeof builtinProviders)[number]['name'];

/** The agents: programs that work in a folder, by the name of their provider. */
export const agentProviders = [
  { name: 'claude', title: 'Claude Code', program: 'claude' },
  { name: 'codex', title: 'Codex', program: 'codex' },
  { name: 'gemini', title: 'Gemini CLI', program: 'gemini' },
  { name: 'opencode', title: 'opencode', program: 'opencode' },
  { name: 'exec', title: 'a command of yours', program: null },
] as const;

/** Whether a provider is an agent. */
export function isAgentProvider(provider: string): boolean {
  return agentProviders.some(({ name }) => name === provider);
}
