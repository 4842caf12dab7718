import { defineCommand } from '../command.js';
import { languageOptions, templateArgument } from './template-options.js';

export const variables = defineCommand({
  name: 'variables',
  purpose: 'List the variables that a template needs, and where it uses them.',
  details: [
    'Templates that it includes, extends or imports with context by a literal name count too. A variable is optional where every use has a default or asks first whether it is there.',
    'It ends with 5 when a template is missing whose variables are therefore not known.',
  ],
  arguments: { file: templateArgument },
  options: languageOptions,
  examples: [
    { command: 'prompt-runner template variables review.md', shows: 'As a table' },
    { command: 'prompt-runner template variables review.md --json', shows: 'With every use' },
  ],
});
