import type { Step } from '../workflow.js';
import { RedoLimitError } from './errors.js';
import { FailedAt } from './failed-at.js';
import { type StepPath, stepPath } from './step-path.js';
import type { Walking } from './walking.js';

/** A workflow that a person keeps turning down needs another input, not another try. */
const MOST_REDONE = 5;

/**
 * Says of a list of steps that those from which a gate wants it redone do not count any more, when its content was
 * turned down.
 *
 * @throws FailedAt with a RedoLimitError when that was done too often
 */
export async function sendBack(walking: Walking, steps: readonly Step[], around: StepPath): Promise<void> {
  const paths = steps.map(({ name }) => stepPath(around, name));
  for (const [at, step] of steps.entries()) {
    const path = paths[at] ?? '';
    if (step.kind !== 'gate' || step.onReject.is === 'stop' || !isTurnedDown(walking, path)) continue;
    if (walking.record.rejections(path).length >= MOST_REDONE)
      throw new FailedAt(path, new RedoLimitError(walking.run.id, path, MOST_REDONE));
    const { step: from } = step.onReject;
    const redone = paths.slice(
      steps.findIndex(({ name }) => name === from),
      at + 1,
    );
    await walking.forget(walking.record.standingWithin(redone));
  }
}

function isTurnedDown({ record }: Walking, path: StepPath): boolean {
  return record.standing(path)?.gate?.decision.is === 'rejected';
}
