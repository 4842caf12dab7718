import type { CodingAgent } from '../coding-agent.js';
import { eventReader } from '../output/event-reader.js';
import { geminiCommand } from './arguments.js';
import { readGeminiEvent } from './read-output.js';

/** https://geminicli.com/docs/cli/headless */
export const gemini: CodingAgent = {
  schema: 'none',
  budget: false,
  exitFaults: { 41: 'auth' },
  command: geminiCommand,
  reader: (watch, folder) => eventReader(readGeminiEvent, watch, folder),
};
