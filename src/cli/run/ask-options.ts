import type { OptionSpecs } from '../command.js';

/** The values of variables. */
export const variableOptions = {
  var: {
    kind: 'list',
    placeholder: 'NAME=VALUE',
    description: 'A variable; may be repeated, and wins over --vars.',
  },
  vars: {
    kind: 'text',
    placeholder: 'PATH',
    description: 'Variables as an object in JSON or YAML; - is standard input.',
    completes: 'file',
  },
} as const satisfies OptionSpecs;

/** Who is asked, and how it shall answer. */
export const modelOptions = {
  model: {
    kind: 'text',
    short: 'm',
    placeholder: 'NAME',
    description: 'The model: provider:name, an agent, or an alias.',
  },
  system: { kind: 'text', placeholder: 'TEXT', description: "The system message, in place of the prompt's." },
  schema: {
    kind: 'text',
    placeholder: 'PATH',
    description: 'A JSON schema that the answer has to fit.',
    completes: 'file',
  },
  temperature: { kind: 'number', placeholder: 'T', description: 'From 0 to 2: how much is left to chance.' },
  'top-p': {
    kind: 'number',
    placeholder: 'P',
    description: 'Take of the likeliest tokens this share, 0 to 1.',
  },
  'top-k': { kind: 'count', placeholder: 'N', description: 'Take of the likeliest tokens so many.' },
  'max-tokens': { kind: 'count', placeholder: 'N', description: 'The most that the answer may have.' },
  stop: { kind: 'list', placeholder: 'TEXT', description: 'End where this would come; may be repeated.' },
  seed: { kind: 'number', placeholder: 'N', description: 'A whole number; the same one, the same chance.' },
  'presence-penalty': {
    kind: 'number',
    placeholder: 'P',
    description: 'From -2 to 2, against saying again what was said.',
  },
  'frequency-penalty': {
    kind: 'number',
    placeholder: 'P',
    description: 'From -2 to 2, against saying it often.',
  },
  option: {
    kind: 'list',
    placeholder: 'KEY=VALUE',
    description: 'What only this provider knows, in JSON or as a word; may be repeated.',
  },
} as const satisfies OptionSpecs;

/** What is asked, of whom, and how it shall answer. */
export const askOptions = {
  text: { kind: 'text', placeholder: 'TEXT', description: 'The text to ask, in place of PROMPT.' },
  ...variableOptions,
  attach: {
    kind: 'list',
    placeholder: 'PATH',
    description: 'A file that goes along: text, picture, PDF, sound; may be repeated.',
    completes: 'file',
  },
  ...modelOptions,
} as const satisfies OptionSpecs;

/** How each answer is come by. */
export const waitOptions = {
  timeout: { kind: 'number', placeholder: 'SECONDS', description: 'How long the answer may take.' },
  'no-cache': { kind: 'flag', description: 'Ask although the answer is known.' },
} as const satisfies OptionSpecs;

/** What becomes of the answer. */
export const answerOptions = {
  'max-cost': {
    kind: 'text',
    placeholder: 'USD',
    description: 'What it may cost; a model without a price is refused.',
  },
  timeout: waitOptions.timeout,
  repeat: { kind: 'count', placeholder: 'N', description: 'Ask the same so many times, up to 20.' },
  'dry-run': { kind: 'flag', description: 'Say what would be asked, and its price; ask nothing.' },
  'no-cache': waitOptions['no-cache'],
  'no-stream': { kind: 'flag', description: 'Show the answer when it is whole.' },
  output: {
    kind: 'text',
    short: 'o',
    placeholder: 'PATH',
    description: 'Write the answer to this file, below the working folder.',
    completes: 'file',
  },
} as const satisfies OptionSpecs;
