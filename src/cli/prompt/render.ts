import { defineCommand } from '../command.js';
import { versionArgument } from './prompt-options.js';

export const render = defineCommand({
  name: 'render',
  purpose: 'Render a prompt with values for its variables.',
  details: [
    'A --var is read by the declared type of its variable: numbers, true and false, lists and objects in JSON. Defaults fill in what is not given. Values are printed as they are: what stands in them is never read as template code.',
  ],
  arguments: { prompt: versionArgument },
  options: {
    var: {
      kind: 'list',
      placeholder: 'NAME=VALUE',
      description: 'A variable; may be repeated, and wins over --vars.',
    },
    vars: {
      kind: 'text',
      placeholder: 'PATH',
      description: 'Variables as an object in JSON or YAML; - is standard input.',
      completes: 'file',
    },
  },
  examples: [
    { command: 'prompt-runner prompt render review --var language=Go', shows: 'The newest version' },
    {
      command: 'git diff | jq -Rs "{diff: .}" | prompt-runner prompt render review@production --vars -',
      shows: 'A labelled one, with values from a pipe',
    },
  ],
});
