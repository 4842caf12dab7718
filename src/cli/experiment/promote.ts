import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const promote = defineCommand({
  name: 'promote',
  purpose: 'Move a label to the version that won, and write why.',
  details: [
    'The variant is the one that is better than the control by the metric that decides; another one is promoted only when it is named. What the experiment said goes into the history of the label and the audit log.',
  ],
  arguments: experimentArgument,
  options: {
    variant: { kind: 'text', placeholder: 'NAME', description: 'This variant, whatever was found.' },
    label: { kind: 'text', placeholder: 'LABEL', description: 'The label; production unless given.' },
    force: { kind: 'flag', description: 'Move it although it is protected, on record.' },
  },
  examples: [
    { command: 'prompt-runner experiment promote tone --force', shows: 'The winner becomes production' },
    { command: 'prompt-runner experiment promote tone --label candidate', shows: 'Another label' },
  ],
});
