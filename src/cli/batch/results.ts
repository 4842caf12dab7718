import { resultFormats } from '../../operations/batch/results/result-formats.js';
import { itemStatuses } from '../../operations/batch/vocabulary.js';
import { defineCommand } from '../command.js';
import { batchArgument } from './batch-argument.js';
import { escapeOption } from './escape-option.js';

export const results = defineCommand({
  name: 'results',
  purpose: 'Write the results of a batch, in the order of its rows.',
  details: [
    'Each row comes with its variables, its answer, the fields of the answer when the prompt has a schema, its status or error, tokens, cost and time. It can be done at any time, however far the batch is.',
    'In a table, a variable that is called as one of the other columns is found as input.NAME, and a field of the answer as output.NAME.',
  ],
  arguments: batchArgument,
  options: {
    output: {
      kind: 'text',
      short: 'o',
      placeholder: 'PATH',
      description: 'Write to this file, below the working folder, and not to standard output.',
      completes: 'file',
    },
    format: {
      kind: 'choice',
      choices: resultFormats,
      description: 'jsonl or csv; by the name of the file unless given, else jsonl.',
    },
    status: {
      kind: 'choice',
      choices: itemStatuses,
      description: 'Only the rows that are pending, claimed, done, failed or cancelled.',
    },
    ...escapeOption,
  },
  examples: [
    { command: 'prompt-runner batch results latest -o answers.jsonl', shows: 'All rows' },
    {
      command: 'prompt-runner batch results latest -o answers.csv --escape-formulas',
      shows: 'For a spreadsheet',
    },
    { command: 'prompt-runner batch results b4k2 --status failed', shows: 'What failed, on the screen' },
  ],
});
