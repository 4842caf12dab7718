import type { ArgumentSpec, OptionSpecs } from '../command.js';

/** A prompt that is there. */
export const promptArgument = {
  required: true,
  description: 'The prompt: its name, or the beginning of its id.',
  completes: 'prompt',
} as const satisfies ArgumentSpec;

/** A prompt that is there, and which of its versions. */
export const versionArgument = {
  required: true,
  description: 'The prompt; name@7 or name@production for one of its versions.',
  completes: 'prompt',
} as const satisfies ArgumentSpec;

/** Where the text of a prompt comes from. */
export const textOptions = {
  text: { kind: 'text', placeholder: 'TEXT', description: 'The text itself.' },
  file: {
    kind: 'text',
    short: 'f',
    placeholder: 'PATH',
    description: 'Read the text from a file; - is standard input.',
    completes: 'file',
  },
  paste: { kind: 'flag', description: 'Take the text from the clipboard.' },
  edit: { kind: 'flag', description: 'Write the text in $VISUAL or $EDITOR.' },
  system: { kind: 'text', placeholder: 'TEXT', description: 'The system message before it.' },
  literal: { kind: 'flag', description: 'Keep {{ }} and {% %} as they stand: no variables, no blocks.' },
} as const satisfies OptionSpecs;

/** What a prompt is kept as. */
export const aboutOptions = {
  description: { kind: 'text', placeholder: 'TEXT', description: 'What it is for, in a line.' },
  category: { kind: 'text', placeholder: 'WORD', description: 'The category that it belongs to.' },
  tag: { kind: 'list', placeholder: 'WORD', description: 'A tag; may be repeated.' },
  kind: {
    kind: 'text',
    placeholder: 'WORD',
    description: 'What it does; for sessions orchestrator, analysis, implementation.',
  },
  type: { kind: 'text', placeholder: 'WORD', description: 'The feature type that it is made for.' },
  template: { kind: 'flag', description: 'It is a template.' },
} as const satisfies OptionSpecs;

export const noteOption = {
  note: { kind: 'text', placeholder: 'TEXT', description: 'Why, for the history.' },
} as const satisfies OptionSpecs;

/** Which prompts a command looks at. */
export const rangeOptions = {
  global: { kind: 'flag', description: 'Only those that are there for all projects.' },
  all: { kind: 'flag', description: 'Those of every project.' },
} as const satisfies OptionSpecs;

/** Where a prompt goes. */
export const destinationOptions = {
  'to-project': {
    kind: 'text',
    placeholder: 'NAME',
    description: 'To a project.',
    completes: 'project',
  },
  global: { kind: 'flag', description: 'To those that are there for all projects.' },
} as const satisfies OptionSpecs;
