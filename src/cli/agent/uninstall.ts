import { defineCommand } from '../command.js';
import { agentArgument, scopeOptions } from './skill-options.js';

export const uninstall = defineCommand({
  name: 'uninstall',
  purpose: 'Remove what "install" wrote, and nothing else.',
  details: ['The folders that were made for the file go with it when they are empty.'],
  arguments: agentArgument,
  options: {
    ...scopeOptions,
    force: { kind: 'flag', description: 'Remove the file although it was changed.' },
  },
  examples: [{ command: 'prompt-runner agent uninstall claude', shows: 'Your own' }],
});
