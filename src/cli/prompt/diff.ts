import { defineCommand } from '../command.js';

export const diff = defineCommand({
  name: 'diff',
  purpose: 'Show what changed between two versions, or two prompts.',
  details: [
    'A prompt alone compares its newest version with the one before; with a version, that one with the newest.',
  ],
  arguments: {
    before: { required: true, description: 'A prompt, or one of its versions.', completes: 'prompt' },
    after: { required: false, description: 'The prompt or version to compare it with.', completes: 'prompt' },
  },
  options: {},
  examples: [
    { command: 'prompt-runner prompt diff review', shows: 'The last change' },
    {
      command: 'prompt-runner prompt diff review@production',
      shows: 'From a labelled version to the newest',
    },
    { command: 'prompt-runner prompt diff review@3 review@7 --json', shows: 'Two versions, for a program' },
  ],
});
