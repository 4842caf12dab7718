import { defineCommand } from '../command.js';

export const exportCommand = defineCommand({
  name: 'export',
  purpose: 'Write a run with its results, or a workflow as YAML.',
  details: ['What looks like a credential has a mark in its place.'],
  arguments: {
    name: {
      required: true,
      description: 'The id of a run (JSON or Markdown), or the name of a workflow (YAML).',
    },
  },
  options: {
    format: {
      kind: 'choice',
      choices: ['json', 'markdown', 'yaml'],
      description: 'By the ending of --output, else json for a run, yaml for a workflow.',
    },
    output: {
      kind: 'text',
      short: 'o',
      placeholder: 'PATH',
      description: 'Write it to this file, below the working folder.',
      completes: 'file',
    },
  },
  examples: [
    { command: 'prompt-runner workflow export r4k2 -o run.md', shows: 'A run as a page' },
    { command: 'prompt-runner workflow export r4k2 > run.json', shows: 'A run for a program' },
    { command: 'prompt-runner workflow export review@2 -o review.yaml', shows: 'A version of a workflow' },
  ],
});
