import { defineCommand } from '../command.js';

export const start = defineCommand({
  name: 'start',
  purpose: 'Do what is begun with --workers, until it is ended.',
  details: [
    'It takes parts of batches and runs of workflows as they come, together with all other workers. Rates and limits on costs hold across them.',
    'Models are asked with the keys that are found here; what cannot be asked from here is left to others. Commands of workflows run only with --allow-commands.',
    'The first Ctrl-C begins nothing more, leaves the rest to others and waits for the calls on their way; a second ends at once. What a worker has that dies is done by others within seconds.',
  ],
  arguments: {},
  options: {
    concurrency: {
      kind: 'count',
      placeholder: 'N',
      description: 'So many parts of batches at a time, and as many runs: 1 to 8, 8 unless given.',
    },
    once: { kind: 'flag', description: 'End when nothing waits any more.' },
    'allow-commands': {
      kind: 'flag',
      description: 'Let commands of workflows run on this machine.',
    },
  },
  examples: [
    { command: 'prompt-runner worker start', shows: 'Until Ctrl-C' },
    { command: 'prompt-runner worker start --once', shows: 'What waits now' },
    { command: 'prompt-runner worker start --concurrency 2 --allow-commands', shows: 'A small machine' },
  ],
});
