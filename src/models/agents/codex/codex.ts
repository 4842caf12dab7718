import type { CodingAgent } from '../coding-agent.js';
import { eventReader } from '../output/event-reader.js';
import { codexCommand } from './arguments.js';
import { readCodexEvent } from './read-output.js';

/** https://developers.openai.com/codex/noninteractive */
export const codex: CodingAgent = {
  schema: 'file',
  budget: false,
  command: codexCommand,
  reader: (watch, folder) => eventReader(readCodexEvent, watch, folder),
};
