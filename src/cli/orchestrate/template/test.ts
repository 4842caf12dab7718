import { defineCommand } from '../../command.js';
import { contentOptions, kindOption, typeOption } from './template-options.js';

export const test = defineCommand({
  name: 'test',
  purpose: 'Try a template: render it, and say what it lacks.',
  details: [
    'It is rendered with a sample, or for a session with --session; nothing is given out or changed.',
    'It ends with 5 when a variable that is needed is missing, one is not known, or a section of the answer is not asked for.',
  ],
  arguments: {
    template: {
      required: false,
      description: 'The template: name, name@3, name@label or builtin/...; else a text.',
      completes: 'prompt',
    },
  },
  options: {
    ...contentOptions,
    ...kindOption,
    ...typeOption,
    session: {
      kind: 'text',
      short: 's',
      placeholder: 'ID',
      description: 'Render it for this session.',
      completes: 'session',
    },
    against: {
      kind: 'text',
      placeholder: 'ID',
      description: 'Show the difference to what this session was given.',
      completes: 'session',
    },
    full: { kind: 'flag', description: 'Show the prompt whole.' },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate template test builtin/orchestrator',
      shows: 'With a sample',
    },
    {
      command: 'prompt-runner orchestrate template test --file plan.md --kind orchestrator --against s4k2',
      shows: 'A file, beside what a session was given',
    },
  ],
});
