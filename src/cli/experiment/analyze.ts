import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const analyze = defineCommand({
  name: 'analyze',
  purpose: 'Say which variant is better, and how sure that is.',
  details: [
    'Each variant is compared with the control, row by row: better, worse, no difference that matters, or not enough data yet. The first metric decides.',
    'All comparisons together, over metrics and variants, make even one wrong claim in at most 5 of 100 experiments, so the more is compared, the wider the intervals are. That holds for one look at the rows that were planned: to look again and again until something shows is to be fooled by chance.',
  ],
  arguments: experimentArgument,
  options: {},
  examples: [
    { command: 'prompt-runner experiment analyze tone', shows: 'The answer, with intervals' },
    { command: 'prompt-runner experiment analyze tone --json', shows: 'For a program' },
  ],
});
