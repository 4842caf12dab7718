import type { ArgumentSpecs } from '../command.js';

/** The optimisation that a command is about. */
export const optimizationArgument = {
  optimization: {
    required: true,
    description: 'The optimisation: its id, or the beginning of its id; "latest" is the newest.',
    completes: 'optimization',
  },
} as const satisfies ArgumentSpecs;
