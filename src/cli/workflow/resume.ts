import { defineCommand } from '../command.js';
import { workerOptions } from '../worker/worker-options.js';
import { inputOptions, termOptions } from './input-options.js';
import { runArgument } from './run-argument.js';

export const resume = defineCommand({
  name: 'resume',
  purpose: 'Go on with a run where it stopped.',
  details: [
    'What is on record is taken. With --set, steps that are given another thing than before are done again, and no others.',
    'A command or a write that was ended in the middle is done again only when its retries allow it, or --again names it: nobody knows how far it came.',
  ],
  arguments: runArgument,
  options: {
    set: {
      kind: 'list',
      short: 'i',
      placeholder: 'NAME=VALUE',
      description: 'A corrected input; may be repeated, and wins over --inputs.',
    },
    inputs: { ...inputOptions.inputs, description: 'Corrected inputs as an object in JSON or YAML.' },
    again: {
      kind: 'list',
      placeholder: 'STEP',
      description: 'Do this step again, with all in it; may be repeated.',
    },
    ...termOptions,
    ...workerOptions,
  },
  examples: [
    { command: 'prompt-runner workflow resume', shows: 'The newest run' },
    { command: 'prompt-runner workflow resume r4k2 --set topic=dogs', shows: 'With a corrected input' },
    { command: 'prompt-runner workflow resume r4k2 --again "each[3].draft"', shows: 'One step once more' },
  ],
});
