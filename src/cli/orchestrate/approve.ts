import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const approve = defineCommand({
  name: 'approve',
  purpose: 'Approve what a run waits with.',
  details: [
    'Only what was shown is approved: an answer that was replaced meanwhile is not. "run --resume" goes on.',
  ],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    edit: { kind: 'flag', description: 'Change the answer in $VISUAL or $EDITOR first.' },
    file: {
      kind: 'text',
      short: 'f',
      placeholder: 'PATH',
      description: 'Take this text in the place of the answer; - is standard input.',
      completes: 'file',
    },
    comment: { kind: 'text', placeholder: 'TEXT', description: 'Why, for the record.' },
  },
  examples: [
    { command: 'prompt-runner orchestrate approve', shows: 'The answer as it is' },
    { command: 'prompt-runner orchestrate approve --edit', shows: 'With changes of yours' },
  ],
});
