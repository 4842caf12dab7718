import { defineCommand } from '../../command.js';
import { noteOption, promptArgument } from '../../prompt/prompt-options.js';
import { contentOptions } from './template-options.js';

export const update = defineCommand({
  name: 'update',
  purpose: 'Give a template a new version, or another place.',
  details: ['Without a text from a file, the clipboard or an editor, its content stays as it is.'],
  arguments: {
    template: { ...promptArgument, description: 'The template: its name, or the beginning of its id.' },
  },
  options: {
    ...contentOptions,
    description: { kind: 'text', placeholder: 'TEXT', description: 'What it is, in a line.' },
    'in-force': { kind: 'flag', description: 'Let sessions take it, in the place of the one they take now.' },
    alternative: { kind: 'flag', description: 'Let sessions take it only when it is named.' },
    ...noteOption,
  },
  examples: [
    {
      command: 'prompt-runner orchestrate template update orchestrator --file plan.md --note "Ask for costs"',
      shows: 'A new version',
    },
    {
      command: 'prompt-runner orchestrate template update analysis/terse --in-force',
      shows: 'In the place of the one in force',
    },
  ],
});
