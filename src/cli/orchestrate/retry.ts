import { defineCommand } from '../command.js';
import { promptOptions, sessionArgument, sessionOption } from './session-options.js';

export const retry = defineCommand({
  name: 'retry',
  purpose: 'Take a step again, or read a kept answer once more.',
  details: ['What came after the step becomes stale until it is done again. "undo" takes it back.'],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    step: {
      kind: 'choice',
      choices: ['plan', 'process', 'analyze', 'save-analysis', 'implement', 'complete'],
      description:
        'The step: plan, process, analyze, save-analysis, implement or complete; the present one unless given.',
    },
    attempt: {
      kind: 'text',
      placeholder: 'ID',
      description: 'Read this kept answer again; "show" lists them.',
      completes: 'attempt',
    },
    force: { kind: 'flag', description: 'Take the answer although it looks like a slip.' },
    ...promptOptions,
  },
  examples: [
    { command: 'prompt-runner orchestrate retry --step analyze', shows: 'Ask for the analysis again' },
    {
      command: 'prompt-runner orchestrate retry --attempt a7p2 --force',
      shows: 'Take an answer that was rejected',
    },
  ],
});
