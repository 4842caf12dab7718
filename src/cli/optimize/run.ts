import { optimizationGoals } from '../../operations/optimize/vocabulary.js';
import { dataOptions } from '../batch/data-options.js';
import { limitOptions } from '../batch/limit-options.js';
import { defineCommand } from '../command.js';
import { modelOptions, variableOptions, waitOptions } from '../run/ask-options.js';

const { data, format, delimiter } = dataOptions;

export const run = defineCommand({
  name: 'run',
  purpose: 'Search for a better text of a prompt.',
  details: [
    'The rows are shared out by lot: some are shown to the model that rewrites the prompt, some choose among what it writes, and the rest judges the choice at the end; nothing is claimed but what these say. It takes 20 rows at least.',
    'A new text keeps all variables and tags, everything between {# frozen #} and {# /frozen #}, and copies nothing out of the rows. Checks are the same as of experiments: equals, contains and similarity with what the row expects (--expect names its column) or with a text (contains:TEXT), and json-schema:FILE.',
    'Every call is on record. The first Ctrl-C begins no more calls and waits for those on their way, a second ends at once; the same command again, or --resume, goes on. No label is moved.',
    'The exit code is 0 when it came to its end, whatever was found.',
  ],
  arguments: {
    prompt: {
      required: false,
      description: 'A prompt of the library: review, review@7, review@production.',
      completes: 'prompt',
    },
  },
  options: {
    ...{ data, format, delimiter },
    ...variableOptions,
    check: {
      kind: 'list',
      placeholder: 'CHECK',
      description: 'How answers are judged: equals, contains:TEXT, similarity, json-schema:FILE.',
    },
    expect: {
      kind: 'text',
      placeholder: 'COLUMN',
      description: 'The column of the data that says what is expected.',
    },
    message: {
      kind: 'count',
      placeholder: 'N',
      description: 'Which message of the prompt is rewritten, where it has several.',
    },
    model: { ...modelOptions.model, description: 'The model that the prompt is for.' },
    'reflect-with': {
      kind: 'text',
      placeholder: 'NAME',
      description: 'The model that rewrites it; the same one unless given.',
    },
    budget: {
      kind: 'list',
      placeholder: 'N',
      description: 'What it may take: 800calls, or $2.50, or both; 500 calls unless given.',
    },
    goal: {
      kind: 'choice',
      choices: optimizationGoals,
      description: 'What is better: score, a higher one; or score-then-cost, of two as good the cheaper one.',
    },
    matters: {
      kind: 'number',
      placeholder: 'N',
      description: 'The smallest difference of scores that matters, from 0 to 1.',
    },
    'max-growth': {
      kind: 'number',
      placeholder: 'N',
      description: 'A new text may be so many times as long; 3 unless given.',
    },
    'no-baseline': {
      kind: 'flag',
      description: 'Do without the random search beside it, which takes half of the budget.',
    },
    seed: { kind: 'text', placeholder: 'TEXT', description: 'The same one does the same; 1 unless given.' },
    concurrency: limitOptions.concurrency,
    temperature: modelOptions.temperature,
    'max-tokens': modelOptions['max-tokens'],
    schema: modelOptions.schema,
    option: modelOptions.option,
    timeout: waitOptions.timeout,
    resume: {
      kind: 'text',
      placeholder: 'ID',
      description: 'Go on with an optimisation; "latest" is the newest.',
      completes: 'optimization',
    },
  },
  examples: [
    {
      command:
        'prompt-runner optimize run triage --data tickets.jsonl --check equals --expect urgency --model openai:gpt-5-mini',
      shows: 'By how often it says what is expected',
    },
    {
      command:
        'prompt-runner optimize run triage -d tickets.jsonl --check equals --expect urgency --reflect-with openai:gpt-5 --budget $5',
      shows: 'Rewritten by a larger model, within a sum',
    },
    { command: 'prompt-runner optimize run --resume latest', shows: 'Go on where it was' },
  ],
});
