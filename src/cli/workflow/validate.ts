import { defineCommand } from '../command.js';
import { workflowArgument } from './workflow-argument.js';

export const validate = defineCommand({
  name: 'validate',
  purpose: 'Look for all that is wrong with a workflow.',
  details: [
    'All faults are told at once, each with its line: the form, the names, the templates, and the prompts and workflows that it refers to. It fails when there is one.',
  ],
  arguments: workflowArgument,
  options: {},
  examples: [
    { command: 'prompt-runner workflow validate review.yaml', shows: 'A file, before it is kept' },
    { command: 'prompt-runner workflow validate review.yaml --json', shows: 'For an editor' },
  ],
});
