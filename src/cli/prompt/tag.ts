import { defineCommand } from '../command.js';
import { promptArgument, rangeOptions } from './prompt-options.js';

export const tag = defineCommand({
  name: 'tag',
  purpose: 'Tag a prompt, or list all tags.',
  arguments: { prompt: { ...promptArgument, required: false } },
  options: {
    add: { kind: 'list', placeholder: 'WORD', description: 'A tag to give it; may be repeated.' },
    remove: { kind: 'list', placeholder: 'WORD', description: 'A tag to take away; may be repeated.' },
    ...rangeOptions,
  },
  examples: [
    { command: 'prompt-runner prompt tag', shows: 'All tags with how many prompts have them' },
    { command: 'prompt-runner prompt tag review --add daily --remove draft', shows: 'One more, one less' },
  ],
});
