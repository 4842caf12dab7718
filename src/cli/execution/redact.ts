import { defineCommand } from '../command.js';
import { executionArgument } from './execution-argument.js';

export const redact = defineCommand({
  name: 'redact',
  purpose: 'Remove credentials from an execution for good.',
  details: [
    'They go from what was asked and answered, from the executions that had the answer from the cache, from its session or the run of its workflow, and from its row of a batch. The audit log says that it was done, not what was removed.',
    'A session, a batch, a run of a workflow, or all before a time can be named in its place: then they go from all of that, from what was never asked as well.',
    'Other texts are given in a file, a line each: an argument would stay in the history of the shell.',
  ],
  arguments: { execution: { ...executionArgument.execution, required: false } },
  options: {
    session: {
      kind: 'text',
      placeholder: 'SESSION',
      description: 'From all of a session, deleted or not.',
      completes: 'session',
    },
    batch: { kind: 'text', placeholder: 'BATCH', description: 'From all of a batch.', completes: 'batch' },
    run: {
      kind: 'text',
      placeholder: 'RUN',
      description: 'From all of a run of a workflow.',
      completes: 'run',
    },
    before: {
      kind: 'time',
      placeholder: 'TIME',
      description: 'From all that was begun before: a date, or 12h, 7d, 2w back.',
    },
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
    { command: 'prompt-runner execution redact --batch latest', shows: 'From all rows of a batch' },
    {
      command: 'prompt-runner execution redact latest --dry-run --json',
      shows: 'What there is, for a program',
    },
  ],
});
