import type { ArgumentSpecs } from '../command.js';

/** The execution that a command is about. */
export const executionArgument = {
  execution: {
    required: true,
    description: 'The id of the execution, or the beginning of it; "latest" is the newest.',
    completes: 'execution',
  },
} as const satisfies ArgumentSpecs;
