import { defineCommand } from '../command.js';
import { fileOption, keyArgument } from './setting-options.js';

export const set = defineCommand({
  name: 'set',
  purpose: 'Write a value into a configuration file.',
  details: [
    'A value that makes no sense is refused before anything is written. Comments and the order of the file stay; a file that is not there is made.',
  ],
  arguments: { ...keyArgument, value: { required: true, description: 'The value.' } },
  options: fileOption,
  examples: [
    { command: 'prompt-runner config set actor "Ada Lovelace"', shows: 'In your own file' },
    {
      command: 'prompt-runner config set prompt.warn_tokens 30000 --in project',
      shows: 'For all who work on the project',
    },
  ],
});
