import { defineCommand } from '../command.js';
import { answerOptions, sessionArgument, sessionOption } from './session-options.js';

export const complete = defineCommand({
  name: 'complete',
  purpose: 'Take the report, complete the session and sum it up.',
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    ...answerOptions,
    part: {
      kind: 'count',
      placeholder: 'N',
      description: 'The part that the report is for; the one being worked on unless given.',
    },
    out: {
      kind: 'text',
      short: 'o',
      placeholder: 'NAME',
      description: 'Write the summary to a file below the working folder.',
    },
  },
  examples: [
    { command: 'prompt-runner orchestrate complete --file report.md', shows: 'The report from a file' },
    {
      command: 'prompt-runner orchestrate complete --paste --out summary.md',
      shows: 'From the clipboard, the summary into a file',
    },
  ],
});
