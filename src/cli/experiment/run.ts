import { dataOptions } from '../batch/data-options.js';
import { limitOptions } from '../batch/limit-options.js';
import { defineCommand } from '../command.js';
import { modelOptions, variableOptions, waitOptions } from '../run/ask-options.js';
import { experimentArgument } from './experiment-argument.js';

export const run = defineCommand({
  name: 'run',
  purpose: 'Ask all variants of an experiment for the same rows.',
  details: [
    'The variants are asked beside each other, so that whatever changes with time changes for all of them; each is a batch of its own, called NAME/VARIANT. The model is always asked, never the cache.',
    'The first Ctrl-C begins no more rows and waits for the calls on their way; the same command without --data goes on.',
    'Programs of checks run only with --allow-commands: without a shell, in this folder, without your keys, for a minute at most. Judges are asked once all answers are there.',
    'The exit code is 0 when all rows are answered, 5 when some failed.',
  ],
  arguments: experimentArgument,
  options: {
    ...dataOptions,
    ...variableOptions,
    model: { ...modelOptions.model, description: 'The model of the variants that name none.' },
    system: modelOptions.system,
    schema: modelOptions.schema,
    option: modelOptions.option,
    repeat: {
      kind: 'count',
      placeholder: 'N',
      description: 'Ask each variant so many times for each row.',
    },
    concurrency: {
      ...limitOptions.concurrency,
      description: 'So many calls at the same time, shared out; 8 unless given.',
    },
    rate: { ...limitOptions.rate, description: 'At most so many calls of each variant: 5/s, 300/m.' },
    'max-cost': {
      ...limitOptions['max-cost'],
      description: 'What it may cost in US dollars, shared out equally; it pauses when that is reached.',
    },
    timeout: waitOptions.timeout,
    'allow-commands': { kind: 'flag', description: 'Let the programs of its checks run on this machine.' },
  },
  examples: [
    { command: 'prompt-runner experiment run tone --data rows.jsonl', shows: 'Each row, each variant' },
    {
      command: 'prompt-runner experiment run tone -d rows.csv --repeat 3 --max-cost 5',
      shows: 'Several times, within limits',
    },
    { command: 'prompt-runner experiment run tone', shows: 'Go on where it was' },
  ],
});
