import { defineCommand } from '../command.js';
import { executionArgument } from './execution-argument.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show all that is on record of an execution.',
  details: [
    'Long texts are shown by their first lines; --full prints them whole. --messages and --raw print one thing alone, ready for a pipe. What looks like a credential has a mark in its place.',
  ],
  arguments: executionArgument,
  options: {
    messages: { kind: 'flag', description: 'Print what was asked alone, whole.' },
    raw: { kind: 'flag', description: 'Print the answer alone, as it came.' },
    full: { kind: 'flag', description: 'Print the texts whole.' },
  },
  examples: [
    { command: 'prompt-runner execution show latest', shows: 'The newest' },
    { command: 'prompt-runner execution show x7k2 --raw > answer.md', shows: 'Its answer, into a file' },
    { command: 'prompt-runner execution show x7k2 --messages', shows: 'What the model was asked' },
    { command: 'prompt-runner execution show x7k2 --json', shows: 'Everything, for a program' },
  ],
});
