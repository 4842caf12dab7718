import { dataFormats, delimiterNames } from '../../operations/batch/data/data-format.js';
import type { OptionSpecs } from '../command.js';

/** Where the rows of a batch come from. */
export const dataOptions = {
  data: {
    kind: 'text',
    short: 'd',
    placeholder: 'PATH',
    description: 'The rows: a file in CSV, JSON lines or JSON; - is standard input.',
    completes: 'file',
  },
  format: {
    kind: 'choice',
    choices: dataFormats,
    description: 'How the rows are written: csv, jsonl or json; by the name of the file unless given.',
  },
  delimiter: {
    kind: 'choice',
    choices: delimiterNames,
    description: 'Between the fields of a CSV file: comma, semicolon or tab; by its header unless given.',
  },
  'keep-bad-rows': {
    kind: 'flag',
    description: 'Put rows that cannot be read on record as failed, and ask the others.',
  },
} as const satisfies OptionSpecs;
