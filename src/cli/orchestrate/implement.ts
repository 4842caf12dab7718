import { defineCommand } from '../command.js';
import { promptOptions, sessionArgument, sessionOption } from './session-options.js';

export const implement = defineCommand({
  name: 'implement',
  purpose: 'Print the implementation prompt, with analysis and notes in it.',
  details: ['Give it to the agent that shall write the code, and its report to "complete".'],
  arguments: sessionArgument,
  options: { ...sessionOption, ...promptOptions },
  examples: [
    { command: 'prompt-runner orchestrate implement --out implement.md', shows: 'The prompt into a file' },
    {
      command: 'prompt-runner orchestrate implement --session s4k2 --copy',
      shows: 'For a certain session, into the clipboard',
    },
  ],
});
