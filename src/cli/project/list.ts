import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List the projects; * marks the one in force here.',
  arguments: {},
  options: { archived: { kind: 'flag', description: 'Archived ones too.' }, ...pageOptions },
  examples: [{ command: 'prompt-runner project list', shows: 'All that are not archived' }],
});
