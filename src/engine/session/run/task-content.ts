import { sha256 } from '../../../base/checksum.js';
import type { AttemptId } from '../../../base/ids.js';
import type { Session } from '../session.js';
import { attemptOf } from '../session-state.js';
import type { TaskKey } from './task-key.js';

/**
 * The checksum of what stands for a step now: what is to be approved. Null when nothing stands, or only what is
 * out of date since a step before it was done again.
 */
export function taskContent(session: Session, key: TaskKey): string | null {
  const attempt = standingAttempt(session, key);
  return attempt && checksumOf(attempt);
}

/** An attempt never changes, so that its id stands for what it holds. */
export function checksumOf(attempt: AttemptId): string {
  return sha256(attempt);
}

function standingAttempt({ state }: Session, { step, part }: TaskKey): AttemptId | null {
  if (state.steps[step].state === 'stale') return null;
  return part === null ? attemptOf(state, step) : (state.parts?.[part - 1]?.report ?? null);
}
