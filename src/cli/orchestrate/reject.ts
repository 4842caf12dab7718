import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const reject = defineCommand({
  name: 'reject',
  purpose: 'Turn down what a run waits with, and say why.',
  details: ['The comment goes to the model, which does the step again when "run --resume" goes on.'],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    comment: { kind: 'text', placeholder: 'TEXT', description: 'What has to change.' },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate reject --comment "Keep the old route alive"',
      shows: 'With what has to change',
    },
  ],
});
