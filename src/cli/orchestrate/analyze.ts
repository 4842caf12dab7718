import { defineCommand } from '../command.js';
import { askOptions, promptOptions, sessionArgument, sessionOption } from './session-options.js';

export const analyze = defineCommand({
  name: 'analyze',
  purpose: 'Print the analysis prompt.',
  details: ['Give it to a model or agent that can read the codebase, and its answer to "save-analysis".'],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    template: {
      kind: 'text',
      placeholder: 'NAME',
      description: 'Take this template, from now on: team/analysis@3.',
      completes: 'prompt',
    },
    ...promptOptions,
    ...askOptions,
  },
  examples: [
    { command: 'prompt-runner orchestrate analyze --copy', shows: 'The prompt into the clipboard' },
    { command: 'prompt-runner orchestrate analyze | claude -p > analysis.md', shows: 'Straight to an agent' },
    {
      command: 'prompt-runner orchestrate analyze --model claude',
      shows: 'The same, and its answer is taken',
    },
  ],
});
