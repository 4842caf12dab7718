import { defineCommand } from '../command.js';
import { answerOptions, askOptions } from '../run/ask-options.js';
import { executionArgument } from './execution-argument.js';

export const rerun = defineCommand({
  name: 'rerun',
  purpose: 'Ask the very same again, from the record.',
  details: [
    'The same messages with their files, the same parameters, the same schema; options say what shall be otherwise. The answer never comes from the cache. An agent may change files, and is run with --yes only.',
  ],
  arguments: executionArgument,
  options: {
    model: askOptions.model,
    temperature: askOptions.temperature,
    'top-p': askOptions['top-p'],
    'top-k': askOptions['top-k'],
    'max-tokens': askOptions['max-tokens'],
    stop: askOptions.stop,
    seed: askOptions.seed,
    'presence-penalty': askOptions['presence-penalty'],
    'frequency-penalty': askOptions['frequency-penalty'],
    option: askOptions.option,
    'max-cost': answerOptions['max-cost'],
    timeout: answerOptions.timeout,
    'no-stream': answerOptions['no-stream'],
    output: answerOptions.output,
  },
  examples: [
    { command: 'prompt-runner execution rerun latest', shows: 'The newest' },
    {
      command: 'prompt-runner execution rerun x7k2 --model anthropic:claude-sonnet-4-5 --temperature 0',
      shows: 'The same of another model',
    },
    { command: 'prompt-runner execution rerun x7k2 --json', shows: 'For a program' },
  ],
});
