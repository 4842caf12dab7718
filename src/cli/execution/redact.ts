import { defineCommand } from '../command.js';
import { executionArgument } from './execution-argument.js';

export const redact = defineCommand({
  name: 'redact',
  purpose: 'Remove credentials from an execution for good.',
  details: [
    'They go from what was asked and answered, from the executions that had the answer from the cache, and from the attempts of its session. The audit log says that it was done, not what was removed.',
    'Other texts are given in a file, a line each: an argument would stay in the history of the shell.',
  ],
  arguments: executionArgument,
  options: {
    file: {
      kind: 'text',
      short: 'f',
      placeholder: 'PATH',
      description: 'Remove the lines of this file as well; "-" is standard input.',
      completes: 'file',
    },
    note: { kind: 'text', placeholder: 'TEXT', description: 'Why, for the audit log.' },
    'dry-run': { kind: 'flag', description: 'Only say what would be removed.' },
  },
  examples: [
    { command: 'prompt-runner execution redact x7k2', shows: 'What looks like a credential' },
    { command: 'prompt-runner execution redact x7k2 --file secrets.txt --yes', shows: 'Given texts, too' },
    {
      command: 'prompt-runner execution redact latest --dry-run --json',
      shows: 'What there is, for a program',
    },
  ],
});
