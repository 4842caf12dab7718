import { defineCommand } from '../command.js';

export const drain = defineCommand({
  name: 'drain',
  purpose: 'Have workers end in good order, wherever they are.',
  details: [
    'Within seconds a worker begins nothing more, and leaves what it has not begun to others. It ends when the calls on their way are over, and the runs that it is at have come to their end or to a gate.',
  ],
  arguments: {
    worker: { required: false, description: 'A worker: its id, or the beginning of it.' },
  },
  options: { all: { kind: 'flag', description: 'All that are there.' } },
  examples: [
    { command: 'prompt-runner worker drain w4k2', shows: 'One' },
    { command: 'prompt-runner worker drain --all', shows: 'All, before an upgrade' },
  ],
});
