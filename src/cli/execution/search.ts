import { defineCommand } from '../command.js';
import { filterOptions } from './filter-options.js';

export const search = defineCommand({
  name: 'search',
  purpose: 'Search questions and answers by words.',
  details: [
    'All words have to be there; a word may be the beginning of one. "Words in quotes" follow each other, and -word must not be there; for the shell, these stand in quotes or behind --. Of a long text, the first 20,000 characters are searched.',
  ],
  arguments: { words: { required: true, repeats: true, description: 'What to look for.' } },
  options: {
    ...filterOptions,
    limit: { kind: 'count', short: 'n', placeholder: 'N', description: 'At most so many; 20 unless given.' },
  },
  examples: [
    { command: 'prompt-runner execution search password reset', shows: 'Both words' },
    { command: 'prompt-runner execution search migration --since 7d', shows: 'Of this week only' },
    {
      command: 'prompt-runner execution search login -- -draft',
      shows: 'One word, and another that is not there',
    },
  ],
});
