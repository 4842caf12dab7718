import { defineCommand } from '../command.js';

export const vacuum = defineCommand({
  name: 'vacuum',
  purpose: 'Give the room of what was removed back.',
  details: [
    'A file is written anew, which takes as much room again for a moment, and needs the file for itself. On a server the tables are vacuumed and analyzed, while others go on.',
  ],
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner db vacuum', shows: 'The store in use' }],
});
