import { defineCommand } from '../command.js';
import { gateArgument } from './run-argument.js';

export const approve = defineCommand({
  name: 'approve',
  purpose: 'Approve what a run waits with.',
  details: [
    'Only what was shown is approved: "status" gives the command with the checksum of exactly that. At a terminal, without --content, it is shown, and you are asked.',
    '"resume" goes on.',
  ],
  arguments: gateArgument,
  options: {
    content: {
      kind: 'text',
      placeholder: 'CHECKSUM',
      description: 'The checksum of what you have seen, or its first 8 characters or more.',
    },
    edit: { kind: 'flag', description: 'Change it in $VISUAL or $EDITOR first.' },
    file: {
      kind: 'text',
      short: 'f',
      placeholder: 'PATH',
      description: 'Take this text in the place of it; - is standard input.',
      completes: 'file',
    },
    comment: { kind: 'text', placeholder: 'TEXT', description: 'Why, for the record.' },
  },
  examples: [
    { command: 'prompt-runner workflow approve', shows: 'At a terminal: it is shown first' },
    {
      command: 'prompt-runner workflow approve r4k2 review --content 3fa29c0d',
      shows: 'Exactly what was shown',
    },
    { command: 'prompt-runner workflow approve r4k2 --edit', shows: 'With changes of yours' },
  ],
});
