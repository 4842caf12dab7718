import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const plan = defineCommand({
  name: 'plan',
  purpose: 'Say how much data it takes, and how long, before the start.',
  details: [
    'It goes by the metric that decides, and by what matters of it. What is known of the metric comes from sessions of the last half year, or from what the experiment has measured; a proportion of which nothing is known is taken for 50 %, which takes the most.',
    'How sure a comparison has to be depends on how many there are, of variants and metrics. Over sessions it says how long it takes at the pace of the last four weeks.',
  ],
  arguments: experimentArgument,
  options: {
    matters: { kind: 'number', placeholder: 'N', description: 'The difference that is to be found.' },
    baseline: { kind: 'number', placeholder: 'N', description: 'What the metric is now: 0.6.' },
    deviation: {
      kind: 'number',
      placeholder: 'N',
      description: 'How much it varies, as a standard deviation.',
    },
    power: {
      kind: 'number',
      placeholder: 'N',
      description: 'The chance to find the difference if it is there; 0.8 unless given.',
    },
    looks: {
      kind: 'count',
      placeholder: 'N',
      description: 'How often you look on the way; once unless given.',
    },
    correlation: {
      kind: 'number',
      placeholder: 'N',
      description: "Of rows: what a row's figures have in common; 0.5 unless given.",
    },
    repeat: { kind: 'count', placeholder: 'N', description: 'Of rows: how often each is asked.' },
  },
  examples: [
    { command: 'prompt-runner experiment plan steps --matters 0.1', shows: 'A difference of ten points' },
    {
      command: 'prompt-runner experiment plan steps --matters 0.1 --baseline 0.6 --power 0.9 --looks 4',
      shows: 'With what you know of it, and four looks on the way',
    },
  ],
});
