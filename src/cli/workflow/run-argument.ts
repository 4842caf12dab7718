/** A run of a workflow. */
export const runArgument = {
  run: {
    required: false,
    description: 'The id of a run, or the beginning of it; the newest run unless given.',
    completes: 'run',
  },
} as const;

/** The path of a gate of that run. */
export const gateArgument = {
  ...runArgument,
  step: { required: false, description: 'The gate, when several are open: review, each[2].review.' },
} as const;
