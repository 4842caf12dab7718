import { defineCommand } from '../command.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List the projects; * marks the one in force here.',
  arguments: {},
  options: { archived: { kind: 'flag', description: 'Archived ones too.' } },
  examples: [{ command: 'prompt-runner project list', shows: 'All that are not archived' }],
});
