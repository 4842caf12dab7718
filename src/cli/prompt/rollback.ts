import { defineCommand } from '../command.js';
import { noteOption, promptArgument } from './prompt-options.js';

export const rollback = defineCommand({
  name: 'rollback',
  purpose: 'Say again what an earlier version said.',
  details: ['That becomes a new version: no version is ever changed or taken away.'],
  arguments: {
    prompt: promptArgument,
    version: { required: true, description: 'The number of the version, or a label.' },
  },
  options: { ...noteOption },
  examples: [
    { command: 'prompt-runner prompt rollback review 3 --note "4 was too long"', shows: 'By its number' },
    { command: 'prompt-runner prompt rollback review production', shows: 'By its label' },
  ],
});
