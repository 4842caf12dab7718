import { defineCommand } from '../command.js';

export const batch = defineCommand({
  name: 'batch',
  purpose: 'Start a session for each request of a file.',
  details: [
    'The file holds a request a line, or requests of several lines with lines of --- between them. A bad entry fails alone; the exit code is 5 then. With --out, each planning prompt goes into a file of its own.',
  ],
  arguments: {},
  options: {
    file: { kind: 'text', short: 'f', placeholder: 'PATH', description: 'The file; - is standard input.' },
    type: {
      kind: 'text',
      short: 't',
      placeholder: 'WORD',
      description: 'The type of these features, for instance bugfix or api.',
    },
    quick: { kind: 'flag', description: 'Small changes: go without an analysis.' },
    out: {
      kind: 'text',
      short: 'o',
      placeholder: 'FOLDER',
      description: 'Write the prompts into this folder below the working folder.',
    },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate batch --file requests.txt --out prompts',
      shows: 'Prompts as files',
    },
    {
      command: 'prompt-runner orchestrate batch --quick --json < fixes.txt',
      shows: 'From a pipe, for a program',
    },
  ],
});
