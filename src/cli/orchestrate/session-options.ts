import type { ArgumentSpecs, OptionSpecs } from '../command.js';

/** How a command is told which session it is about. */
export const sessionArgument = {
  session: {
    required: false,
    description: 'The session: its id, the beginning of its id, or its title.',
    completes: 'session',
  },
} as const satisfies ArgumentSpecs;

export const sessionOption = {
  session: {
    kind: 'text',
    short: 's',
    placeholder: 'ID',
    description: 'The session; without one, PROMPT_RUNNER_SESSION or the one in use here.',
    completes: 'session',
  },
} as const satisfies OptionSpecs;

/** Where an answer comes from. Without any of these it is read from a pipe, or typed. */
export const answerOptions = {
  file: {
    kind: 'text',
    short: 'f',
    placeholder: 'PATH',
    description: 'Read the answer from a file; - is standard input.',
    completes: 'file',
  },
  paste: { kind: 'flag', description: 'Take the answer from the clipboard.' },
  edit: { kind: 'flag', description: 'Write the answer in $VISUAL or $EDITOR.' },
  force: { kind: 'flag', description: 'Take the answer although it looks like a slip.' },
} as const satisfies OptionSpecs;

/** Who does a step, in the place of a person who carries prompt and answer. */
export const askOptions = {
  model: {
    kind: 'text',
    short: 'm',
    placeholder: 'MODEL',
    description: 'Ask this model or agent, and take its answer at once.',
  },
  'max-cost': {
    kind: 'text',
    placeholder: 'USD',
    description: 'With --model: what the session may cost, in US dollars.',
  },
} as const satisfies OptionSpecs;

/** What is looked at after an implementation. */
export const verifyOption = {
  verify: {
    kind: 'text',
    placeholder: 'COMMAND',
    description: 'Run your test command, and keep what it says: "npm test".',
  },
} as const satisfies OptionSpecs;

/** Where a prompt goes. Without any of these it is printed. */
export const promptOptions = {
  copy: { kind: 'flag', short: 'c', description: 'Put the prompt into the clipboard.' },
  out: {
    kind: 'text',
    short: 'o',
    placeholder: 'NAME',
    description: 'Write the prompt to a file below the working folder.',
    completes: 'file',
  },
} as const satisfies OptionSpecs;

/** Which variant of an experiment a session gets, in the place of the one that chance would give it. */
export const variantOption = {
  variant: {
    kind: 'list',
    placeholder: 'EXPERIMENT=NAME',
    description: 'Take this variant of an experiment; the session is not counted for it.',
  },
} as const satisfies OptionSpecs;
