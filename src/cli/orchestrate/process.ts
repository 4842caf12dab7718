import { defineCommand } from '../command.js';
import {
  answerOptions,
  askOptions,
  promptOptions,
  sessionArgument,
  sessionOption,
} from './session-options.js';

export const process = defineCommand({
  name: 'process',
  purpose: 'Take the answer to the planning prompt apart.',
  details: [
    'The answer has three sections: ANALYSIS_TEMPLATE, IMPLEMENTATION_TEMPLATE and EXECUTION_NOTES. When one is missing, the exit code is 5, the session stays in planning, and a follow-up prompt that asks for it is printed; give the reply with --append.',
    'The raw answer is kept before anything reads it. A second answer keeps the first as an earlier attempt.',
  ],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    ...answerOptions,
    append: { kind: 'flag', short: 'a', description: 'Join the answer to the incomplete one before it.' },
    ...promptOptions,
    ...askOptions,
  },
  examples: [
    {
      command: 'prompt-runner orchestrate process --file answer.md',
      shows: 'The answer from a file, for the session in use',
    },
    {
      command: 'prompt-runner orchestrate process --session s4k2 --paste',
      shows: 'From the clipboard, for a session named by the beginning of its id',
    },
    {
      command: 'prompt-runner orchestrate process --append --file reply.md',
      shows: 'The sections that were missing',
    },
    {
      command: 'prompt-runner orchestrate process --model openai:gpt-5',
      shows: 'Have a model answer the prompt',
    },
  ],
});
