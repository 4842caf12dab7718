import { defineCommand } from '../command.js';
import { noteOption, promptArgument } from './prompt-options.js';

export const label = defineCommand({
  name: 'label',
  purpose: 'List the labels of a prompt, or move one.',
  details: [
    'A label points to a version, so that name@production means what you released. Every move is kept. What prompt.protected_labels names (production unless set) moves with --force only, once it stands; the audit log says so.',
  ],
  arguments: {
    prompt: { ...promptArgument, required: true },
    label: { required: false, description: 'The label that is set or moved.' },
    version: { required: false, description: 'The version, by number or label; the newest unless given.' },
  },
  options: {
    remove: { kind: 'flag', description: 'Take the label away.' },
    force: { kind: 'flag', description: 'Move it although it is protected.' },
    history: { kind: 'flag', description: 'Every move of the labels.' },
    ...noteOption,
  },
  examples: [
    { command: 'prompt-runner prompt label review', shows: 'Where its labels point' },
    { command: 'prompt-runner prompt label review staging 4', shows: 'Set or moved' },
    {
      command: 'prompt-runner prompt label review production staging --force --note "Tried for a week"',
      shows: 'A protected one, to where another points',
    },
    { command: 'prompt-runner prompt label review --history', shows: 'Who moved what' },
  ],
});
