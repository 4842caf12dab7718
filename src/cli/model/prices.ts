import { defineCommand } from '../command.js';

export const prices = defineCommand({
  name: 'prices',
  purpose: 'Show what models cost for a million tokens.',
  details: [
    'In US dollars, as far as the price list of this version knows. Your own prices go before it: models.yaml in the configuration folder.',
  ],
  arguments: {
    pattern: {
      required: false,
      description: 'A part of the name; * stands for anything between two parts.',
    },
  },
  options: {},
  examples: [
    { command: 'prompt-runner model prices gpt-5', shows: 'All that are called so' },
    { command: 'prompt-runner model prices "anthropic:*haiku"', shows: 'By two parts of the name' },
  ],
});
