import { orchestrationKinds } from '../../../operations/orchestration-template/kinds.js';
import { defineCommand } from '../../command.js';
import { noteOption } from '../../prompt/prompt-options.js';
import { contentOptions, typeOption } from './template-options.js';

export const add = defineCommand({
  name: 'add',
  purpose: 'Store a template, and let sessions take it from now on.',
  details: [
    'It belongs to the project in force, or to all with --global; with --type, to one type of feature. Sessions take the nearest (see "resolve").',
    'A template may extend the built-in one and change blocks of it: {% extends "builtin/orchestrator" %}.',
  ],
  arguments: {
    kind: {
      required: true,
      description: `What it is for: ${orchestrationKinds.join(', ')}.`,
      choices: orchestrationKinds,
    },
    name: { required: false, description: 'Its name; the kind, with the type behind it, unless given.' },
  },
  options: {
    ...contentOptions,
    ...typeOption,
    global: { kind: 'flag', description: 'For all projects.' },
    alternative: { kind: 'flag', description: 'Keep it beside the one in force; it is taken when named.' },
    replace: {
      kind: 'flag',
      description: 'Take the place of the one in force, which stays as an alternative.',
    },
    description: { kind: 'text', placeholder: 'TEXT', description: 'What it is, in a line.' },
    ...noteOption,
  },
  examples: [
    {
      command: 'prompt-runner orchestrate template add orchestrator --file plan.md',
      shows: 'For the project here',
    },
    {
      command: 'prompt-runner orchestrate template add analysis --file bug.md --type bugfix --global',
      shows: 'For one type of feature, in all projects',
    },
  ],
});
