import { defineCommand } from '../command.js';
import { versionArgument } from './prompt-options.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show a prompt: what it says, and what is known of it.',
  arguments: { prompt: versionArgument },
  options: { raw: { kind: 'flag', description: 'Only its text, as it is kept.' } },
  examples: [
    { command: 'prompt-runner prompt show review', shows: 'The newest version' },
    {
      command: 'prompt-runner prompt show review@production --raw > review.txt',
      shows: 'A labelled one, its text',
    },
  ],
});
