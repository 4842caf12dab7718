import { defineCommand } from '../command.js';
import { answerOptions, sessionArgument, sessionOption, verifyOption } from './session-options.js';

export const complete = defineCommand({
  name: 'complete',
  purpose: 'Take the report, complete the session and sum it up.',
  details: [
    'With --verify the summary tells what was found in the codebase, whatever the report says: the files that differ since the implementation prompt was given, and what your test command says.',
  ],
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
    ...verifyOption,
  },
  examples: [
    { command: 'prompt-runner orchestrate complete --file report.md', shows: 'The report from a file' },
    {
      command: 'prompt-runner orchestrate complete --paste --out summary.md',
      shows: 'From the clipboard, the summary into a file',
    },
    {
      command: 'prompt-runner orchestrate complete --file report.md --verify "npm test"',
      shows: 'With evidence from the codebase',
    },
  ],
});
