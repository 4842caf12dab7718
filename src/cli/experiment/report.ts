import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const report = defineCommand({
  name: 'report',
  purpose: 'Write what an experiment found as a page or picture.',
  details: [
    'One file that stands alone: answer, figures, intervals, chances to win, judges, checks and methods, in light and dark, without a script. It is judged as was said when the experiment was made.',
    'What looks like a credential has a mark in its place.',
  ],
  arguments: experimentArgument,
  options: {
    format: {
      kind: 'choice',
      choices: ['html', 'svg'],
      description: 'A page or a picture; by the ending of --output, else html.',
    },
    output: {
      kind: 'text',
      short: 'o',
      placeholder: 'PATH',
      description: 'Write it to this file, below the working folder.',
      completes: 'file',
    },
  },
  examples: [
    { command: 'prompt-runner experiment report tone -o report.html', shows: 'A page to hand on' },
    { command: 'prompt-runner experiment report tone -o report.svg', shows: 'A picture' },
  ],
});
