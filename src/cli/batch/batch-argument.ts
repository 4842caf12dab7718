import type { ArgumentSpecs } from '../command.js';

/** The batch that a command is about. */
export const batchArgument = {
  batch: {
    required: true,
    description: 'The batch: its name, its id, or the beginning of its id; "latest" is the newest.',
    completes: 'batch',
  },
} as const satisfies ArgumentSpecs;
