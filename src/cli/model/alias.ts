import { defineCommand } from '../command.js';

export const alias = defineCommand({
  name: 'alias',
  purpose: 'List, set or delete other names of models.',
  details: [
    'Without TARGET it shows what the alias means, without NAME all of them. The alias default is the model that is asked when none is named. With --project it holds for that project, and goes before the one for all.',
  ],
  arguments: {
    name: { required: false, description: 'The alias.' },
    target: { required: false, description: 'The model that it shall mean.' },
  },
  options: {
    delete: { kind: 'flag', description: 'Take the alias away.' },
  },
  examples: [
    { command: 'prompt-runner model alias default anthropic:claude-sonnet-4-5', shows: 'The default' },
    { command: 'prompt-runner model alias fast openai:gpt-5-mini --project shop', shows: 'For a project' },
    { command: 'prompt-runner model alias fast --delete', shows: 'Away with it' },
    { command: 'prompt-runner model alias', shows: 'All that hold here' },
  ],
});
