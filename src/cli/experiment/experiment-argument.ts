import type { ArgumentSpecs } from '../command.js';

/** The experiment that a command is about. */
export const experimentArgument = {
  experiment: {
    required: true,
    description: 'The experiment: its name, its id, or the beginning of its id.',
    completes: 'experiment',
  },
} as const satisfies ArgumentSpecs;
