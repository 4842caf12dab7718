import { defineCommand } from '../command.js';
import { noteOption, promptArgument } from './prompt-options.js';

export const deleteCommand = defineCommand({
  name: 'delete',
  purpose: 'Delete a prompt; "undo" brings it back.',
  details: ['It says what uses the prompt and asks first; --yes answers beforehand.'],
  arguments: { prompt: promptArgument },
  options: { ...noteOption },
  examples: [{ command: 'prompt-runner prompt delete review --yes', shows: 'Without being asked' }],
});
