import { defineCommand } from '../command.js';
import { gateArgument } from './run-argument.js';

export const reject = defineCommand({
  name: 'reject',
  purpose: 'Turn down what a run waits with, and say why.',
  details: [
    'The workflow ends there, or goes back to an earlier step with your comment, when "resume" goes on: the file says which.',
  ],
  arguments: gateArgument,
  options: {
    content: {
      kind: 'text',
      placeholder: 'CHECKSUM',
      description: 'The checksum of what you have seen, or its first 8 characters or more.',
    },
    comment: { kind: 'text', placeholder: 'TEXT', description: 'What has to change.' },
  },
  examples: [
    {
      command: 'prompt-runner workflow reject r4k2 review --content 3fa29c0d --comment "Shorter"',
      shows: 'With what has to change',
    },
  ],
});
