import { defineCommand } from '../command.js';
import { filterOptions } from './filter-options.js';

export const stats = defineCommand({
  name: 'stats',
  purpose: 'Sum up tokens, cost and time, by model or otherwise.',
  details: [
    'Costs are summed up as far as they are known; how many are not is said beside. Half of the executions took no longer than p50, and 95 of 100 no longer than p95.',
  ],
  arguments: {},
  options: {
    by: {
      kind: 'choice',
      choices: ['model', 'prompt', 'day', 'project', 'status', 'session'],
      description: 'What is put together: model unless given, prompt, day (UTC), project, status or session.',
    },
    ...filterOptions,
  },
  examples: [
    { command: 'prompt-runner execution stats', shows: 'By model' },
    { command: 'prompt-runner execution stats --by day --since 30d', shows: 'What the last days took' },
    {
      command: 'prompt-runner execution stats --by prompt --project shop --json',
      shows: "A project's, for a program",
    },
  ],
});
