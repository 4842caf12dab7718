import { defineCommand } from '../command.js';

export const cancel = defineCommand({
  name: 'cancel',
  purpose: 'Call a run off for good.',
  details: ['The process that is at it ends what it does within seconds. What it brought forth is kept.'],
  arguments: {
    run: { required: true, description: 'The id of a run, or the beginning of it.', completes: 'run' },
  },
  options: {},
  examples: [{ command: 'prompt-runner workflow cancel r4k2', shows: 'Wherever it runs' }],
});
