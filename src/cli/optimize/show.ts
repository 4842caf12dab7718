import { defineCommand } from '../command.js';
import { optimizationArgument } from './optimization-argument.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show what an optimisation found, and what it tried.',
  details: [
    'The score that counts is the one on rows that no choice saw; the other one, which it was chosen by, is too high as a rule. Of what is not at its end, it shows how far it is.',
  ],
  arguments: optimizationArgument,
  options: {
    refused: { kind: 'flag', description: 'List all texts that were refused, with the reasons.' },
  },
  examples: [
    { command: 'prompt-runner optimize show latest', shows: 'The figures, the search, the new text' },
    { command: 'prompt-runner optimize show o4k2 --json', shows: 'Everything, for a program' },
  ],
});
