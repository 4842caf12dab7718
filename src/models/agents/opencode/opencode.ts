import type { CodingAgent } from '../coding-agent.js';
import { eventReader } from '../output/event-reader.js';
import { opencodeCommand } from './arguments.js';
import { readOpencodeEvent } from './read-output.js';

/** https://opencode.ai/docs/cli/#run-1 */
export const opencode: CodingAgent = {
  schema: 'none',
  budget: false,
  command: opencodeCommand,
  reader: (watch, folder) => eventReader(readOpencodeEvent, watch, folder),
};
