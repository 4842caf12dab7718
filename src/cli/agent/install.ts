import { defineCommand } from '../command.js';
import { agentArgument, scopeOptions } from './skill-options.js';

export const install = defineCommand({
  name: 'install',
  purpose: 'Write the skill with which an agent drives sessions by itself.',
  details: [
    'It is one small Markdown file in the folder from which the agent reads skills. Again, it brings the file up to date. A file that is not prompt-runner’s is left alone.',
  ],
  arguments: agentArgument,
  options: {
    ...scopeOptions,
    force: { kind: 'flag', description: 'Give up changes that were made to the file.' },
  },
  examples: [
    { command: 'prompt-runner agent install claude', shows: 'For yourself' },
    { command: 'prompt-runner agent install codex --project', shows: 'For all who work on the project' },
  ],
});
