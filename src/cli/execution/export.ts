import { defineCommand } from '../command.js';
import { filterOptions } from './filter-options.js';

export const exportCommand = defineCommand({
  name: 'export',
  purpose: 'Write executions into a file, as JSON lines, CSV or text.',
  details: [
    'The newest come first. What looks like a credential has a mark in its place. In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it.',
  ],
  arguments: {
    file: {
      required: true,
      description: 'A file below the working folder; "-" is standard output.',
      completes: 'file',
    },
  },
  options: {
    format: {
      kind: 'choice',
      choices: ['jsonl', 'csv', 'md'],
      description: 'jsonl, csv or md (Markdown); by the name of the file unless given, else jsonl.',
    },
    ...filterOptions,
  },
  examples: [
    { command: 'prompt-runner execution export runs.jsonl', shows: 'All of them' },
    { command: 'prompt-runner execution export runs.csv --since 30d', shows: 'For a spreadsheet' },
    {
      command: 'prompt-runner execution export - --format md --session s4k2 > runs.md',
      shows: "A session's, to read",
    },
  ],
});
