import { defineCommand } from '../command.js';
import { noteOption, promptArgument } from './prompt-options.js';

export const rename = defineCommand({
  name: 'rename',
  purpose: 'Give a prompt another name.',
  details: [
    'Its versions, labels and history stay. When other prompts bring it in by its name, it says which and asks first; --yes answers beforehand.',
  ],
  arguments: {
    prompt: promptArgument,
    name: { required: true, description: 'The new name.' },
  },
  options: { ...noteOption },
  examples: [{ command: 'prompt-runner prompt rename review review/code', shows: 'Into a folder' }],
});
