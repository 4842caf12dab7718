/**
 * What workers of all versions agree on. A worker takes only pieces of its own contract: whoever changes what a piece
 * is called or means gives it the next number. It is not the version of the program, with which it seldom changes.
 */
export const CONTRACT = '1';

/** The name under which the engine keeps our work. */
export const APPLICATION = 'prompt-runner';

/** Where pieces wait: parts of batches by their batches, so that a large one does not keep a small one waiting. */
export const QUEUES = { part: 'batch-chunks', run: 'workflow-runs' } as const;

/** What the engine calls the work itself. */
export const WORKFLOWS = { part: 'batch-chunk', run: 'workflow-run' } as const;

/** How many pieces of a kind a worker is given at a time at most. */
export const MOST_PIECES = 8;
/** Of one batch: the second begins while the calls of the first come to their end. */
export const MOST_PARTS_OF_BATCH = 2;

/** How often workers look for pieces. */
export const LOOK_MS = 250;
