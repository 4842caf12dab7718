import { defineCommand } from '../command.js';
import { languageOptions, templateArgument } from './template-options.js';

export const render = defineCommand({
  name: 'render',
  purpose: 'Render a template.',
  details: [
    'Values are printed as they are: what stands in them is never read as template code.',
    'Names that are given no value and have no default are listed on standard error.',
  ],
  arguments: { file: templateArgument },
  options: {
    var: {
      kind: 'list',
      placeholder: 'NAME=VALUE',
      description: 'A variable whose value is a text; may be repeated, and wins over --vars.',
    },
    vars: {
      kind: 'text',
      placeholder: 'PATH',
      description: 'Variables as an object in JSON or YAML; - is stdin.',
      completes: 'file',
    },
    ...languageOptions,
  },
  examples: [
    {
      command: 'prompt-runner template render review.md --var language=Go --var focus=errors',
      shows: 'Values on the command line',
    },
    {
      command: 'prompt-runner template render review.md --vars values.yaml --undefined strict',
      shows: 'Lists and objects from a file; nothing may be missing',
    },
  ],
});
