import { defineCommand } from '../command.js';
import { answerOptions, promptOptions, sessionArgument, sessionOption } from './session-options.js';

export const continueCommand = defineCommand({
  name: 'continue',
  purpose: 'Take the answer that is due and print the next prompt.',
  details: [
    'A whole feature is "plan" and three of these. The answer goes to the step that is due: the planning answer, the analysis, the implementation report. After an incomplete planning answer, a reply is joined to it, and the exit code is 5 while something is missing.',
    'When a prompt is due, it is printed, and no answer is read.',
  ],
  arguments: sessionArgument,
  options: { ...sessionOption, ...answerOptions, ...promptOptions },
  examples: [
    {
      command: 'prompt-runner orchestrate continue --file answer.md',
      shows: 'The answer from a file; the next prompt is printed',
    },
    {
      command: 'prompt-runner orchestrate continue --paste --copy',
      shows: 'From the clipboard and back into it',
    },
    { command: 'prompt-runner orchestrate continue --json < answer.md', shows: 'For a program' },
  ],
});
