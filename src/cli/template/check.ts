import { defineCommand } from '../command.js';
import { languageOptions, templateArgument } from './template-options.js';

export const check = defineCommand({
  name: 'check',
  purpose: 'Look for mistakes in a template without rendering it.',
  details: [
    'Errors are what cannot be rendered: wrong syntax, filters and templates that do not exist.',
    'Warnings are what is most likely not meant: variables set and never read, names that hide others, parts that never run. Only errors make it fail.',
  ],
  arguments: { file: templateArgument },
  options: languageOptions,
  examples: [
    { command: 'prompt-runner template check review.md', shows: 'With the lines that are meant' },
    { command: 'prompt-runner template check review.md --json', shows: 'For an editor' },
  ],
});
