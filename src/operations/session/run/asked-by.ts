import { sum } from '../../../engine/execution/add-usage.js';
import type { ExecutionSummary, NanoDollars } from '../../../engine/execution/execution.js';
import { inSession } from '../../../engine/execution/execution-place.js';
import type { RunStep } from '../../../engine/run/run.js';
import { readTaskKey } from '../../../engine/session/run/task-key.js';

/** What a try asked of models, and what that cost. */
export interface Asked {
  readonly executions: string[];
  /** Null when a part of it is unknown. */
  readonly cost: NanoDollars | null;
}

/**
 * What a try asked that left no output of its own, because it failed or its process died: the executions of
 * its step that were begun while it was at it.
 *
 * @param all the executions of the session
 */
export function askedBy({ key, startedAt, finishedAt }: RunStep, all: readonly ExecutionSummary[]): Asked {
  const { step, part } = readTaskKey(key);
  const asked = all.filter(
    ({ kind, place, at }) =>
      kind !== 'pasted' &&
      inSession(place)?.step === step &&
      inSession(place)?.part === part &&
      at >= startedAt &&
      (finishedAt === null || at <= finishedAt),
  );
  return {
    executions: asked.map(({ id }) => id),
    cost: asked.reduce<NanoDollars | null>((total, { cost }) => sum(total, cost), 0),
  };
}
