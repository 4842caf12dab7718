import { defineCommand } from '../command.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show what is known of a model before it is asked.',
  details: ['Its full name, where its key was found, what it costs, what it can do. Nothing is asked.'],
  arguments: {
    name: { required: true, description: 'The model: provider:name, an agent, or an alias.' },
  },
  options: {},
  examples: [
    { command: 'prompt-runner model show openai:gpt-5-mini', shows: 'A model' },
    { command: 'prompt-runner model show default', shows: 'What the default is' },
  ],
});
