import { defineCommand } from '../command.js';
import { rangeOptions } from './prompt-options.js';

export const search = defineCommand({
  name: 'search',
  purpose: 'Search prompts by name, tags, description and text.',
  details: [
    'All words have to be there; a word may be the beginning of one. "Words in quotes" follow each other, and -word must not be there; for the shell, these stand in quotes or behind --.',
  ],
  arguments: { words: { required: true, repeats: true, description: 'What to look for.' } },
  options: {
    category: { kind: 'text', placeholder: 'WORD', description: 'Only those of this category.' },
    kind: { kind: 'text', placeholder: 'WORD', description: 'Only those of this kind.' },
    type: { kind: 'text', placeholder: 'WORD', description: 'Only those made for this feature type.' },
    tag: { kind: 'text', placeholder: 'WORD', description: 'Only those with this tag.' },
    templates: { kind: 'flag', description: 'Only templates.' },
    ...rangeOptions,
    limit: { kind: 'count', short: 'n', placeholder: 'N', description: 'At most so many; 20 unless given.' },
  },
  examples: [
    { command: 'prompt-runner prompt search review', shows: 'In names, tags and texts' },
    { command: 'prompt-runner prompt search review api --tag security', shows: 'Two words, of a tag' },
    {
      command: 'prompt-runner prompt search api -- -draft',
      shows: 'One word, and another that is not there',
    },
  ],
});
