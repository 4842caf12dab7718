import type { ArgumentSpecs, OptionSpecs } from '../command.js';

/** How a command is told which setting it is about. */
export const keyArgument = {
  key: {
    required: true,
    description: 'The setting, such as store or prompt.warn_tokens.',
    completes: 'setting',
  },
} as const satisfies ArgumentSpecs;

/** Which file a command changes. */
export const fileOption = {
  in: {
    kind: 'choice',
    choices: ['user', 'project'],
    description: 'Whose file: user (your own; also when nothing is said) or project (shared).',
  },
} as const satisfies OptionSpecs;
