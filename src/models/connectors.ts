import type { Connect } from './call/connection.js';
import type { BuiltinProvider } from './providers.js';

/** The code of each provider, loaded when it is needed. Written out: the bundler does not expand computed imports. */
export const connectors: Readonly<Record<Exclude<BuiltinProvider, 'fake'>, () => Promise<Connect>>> = {
  openai: async () => (await import('./openai/open-responses.js')).connectResponses,
  'openai-chat': async () => (await import('./openai/open-chat.js')).connectChat,
  anthropic: async () => (await import('./anthropic/open-anthropic.js')).connectAnthropic,
  google: async () => (await import('./google/open-google.js')).connectGoogle,
  ollama: async () => (await import('./ollama/open-ollama.js')).connectOllama,
};
