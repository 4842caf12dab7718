import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';
import { planOptions } from './plan-options.js';

export const analyze = defineCommand({
  name: 'analyze',
  purpose: 'Say which variant is better, and how sure that is.',
  details: [
    'Each variant is compared with the control, row by row: better, worse, no difference that matters, or not enough data yet. The first metric decides.',
    'It is judged as was said when the experiment was made: unless --looks and --family said otherwise, all comparisons together, over metrics and variants, make even one wrong claim in at most 5 of 100 experiments, at one look at the rows that were planned. To judge otherwise is allowed, and said in the answer.',
  ],
  arguments: experimentArgument,
  options: {
    ...planOptions,
    relative: { kind: 'flag', description: 'Show effects as parts of what the control has, too.' },
    bayes: { kind: 'flag', description: 'Show chances to win and expected losses, too.' },
  },
  examples: [
    { command: 'prompt-runner experiment analyze tone', shows: 'The answer, with intervals' },
    { command: 'prompt-runner experiment analyze tone --bayes', shows: 'How likely each is the best, too' },
    { command: 'prompt-runner experiment analyze tone --json', shows: 'For a program' },
  ],
});
