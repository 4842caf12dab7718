import type { OpenModel } from '../../models/spec/open-model.js';

/** Who says when a call may begin. */
export interface CallTurns {
  /**
   * Does the work when it is its turn. Once it is begun, the signal is the work's own affair: it may have
   * something to put on record before it ends.
   *
   * @throws the signal's reason when it is aborted while it waits
   */
  run<Result>(model: OpenModel, signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
}
