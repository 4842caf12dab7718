import { defineCommand } from '../command.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List providers, agents and aliases.',
  details: [
    'A key is told by the place where it was found, and never shown. Models are listed as far as the price list knows them: a provider may have others.',
  ],
  arguments: {},
  options: {
    provider: { kind: 'text', placeholder: 'NAME', description: 'The models of this provider, too.' },
    all: { kind: 'flag', description: 'The models of all providers, too.' },
  },
  examples: [
    { command: 'prompt-runner model list', shows: 'Who can be asked' },
    { command: 'prompt-runner model list --provider anthropic', shows: 'With the models of one provider' },
  ],
});
