/** The parts of the work on a session, in order; while a step is due, its phase is the session's status. */
export const phases = ['planning', 'analysis', 'implementation'] as const;
export type Phase = (typeof phases)[number];
