import type { CodingAgent } from '../coding-agent.js';
import { eventReader } from '../output/event-reader.js';
import { claudeCommand } from './arguments.js';
import { readClaudeEvent } from './read-output.js';

/** https://code.claude.com/docs/en/headless */
export const claude: CodingAgent = {
  schema: 'argument',
  budget: true,
  command: claudeCommand,
  reader: (watch, folder) => eventReader(readClaudeEvent, watch, folder),
};
