import { defineCommand } from '../command.js';
import { modelOptions, variableOptions, waitOptions } from '../run/ask-options.js';
import { workerOptions } from '../worker/worker-options.js';
import { dataOptions } from './data-options.js';
import { escapeOption } from './escape-option.js';
import { limitOptions } from './limit-options.js';

export const run = defineCommand({
  name: 'run',
  purpose: 'Ask a prompt once for each row of a file.',
  details: [
    'The columns of a CSV file, or the keys of JSON objects, are the variables of the prompt; what it does not use is kept beside the answers. All rows are read before the first is asked: data that cannot be read from end to end is refused with the line, and nothing is asked.',
    'Every row is on record with its answer or its error, whatever happens. The first Ctrl-C begins no more rows and waits for the calls on their way, a second ends at once; "batch resume" goes on.',
    'The exit code is 0 when all rows are answered, 5 when some failed.',
  ],
  arguments: {
    prompt: {
      required: true,
      description: 'A prompt of the library: review, review@7, review@production.',
      completes: 'prompt',
    },
  },
  options: {
    ...dataOptions,
    ...variableOptions,
    ...modelOptions,
    ...limitOptions,
    repeat: {
      kind: 'count',
      placeholder: 'N',
      description: 'Ask each row so many times, never from the cache.',
    },
    ...waitOptions,
    ...workerOptions,
    name: { kind: 'text', placeholder: 'NAME', description: 'A name for the batch, to find it again.' },
    output: {
      kind: 'text',
      short: 'o',
      placeholder: 'PATH',
      description: 'Write the results to this file at the end: .csv, else JSON lines.',
      completes: 'file',
    },
    ...escapeOption,
  },
  examples: [
    {
      command: 'prompt-runner batch run review --data files.csv --model openai:gpt-5-mini',
      shows: 'A row of the file, a question',
    },
    {
      command: 'prompt-runner batch run review -d files.csv --concurrency 20 --rate 300/m --max-cost 5',
      shows: 'Quicker, within limits',
    },
    {
      command: 'cat rows.jsonl | prompt-runner batch run review -d - --format jsonl -o answers.csv',
      shows: 'From a pipe into a table',
    },
    {
      command: 'prompt-runner batch run review -d files.csv --workers --detach',
      shows: 'By workers, on other machines too',
    },
  ],
});
