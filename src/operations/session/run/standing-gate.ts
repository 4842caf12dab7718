import { isAbout, type OpenGate, openGate } from '../../../engine/run/open-gate.js';
import type { RunStep } from '../../../engine/run/run.js';
import { taskContent } from '../../../engine/session/run/task-content.js';
import { readTaskKey } from '../../../engine/session/run/task-key.js';
import type { Session } from '../../../engine/session/session.js';

/** The gate that waits for somebody's word; null when none does, or when its answer was replaced by hand. */
export function standingGate(session: Session, steps: readonly RunStep[]): OpenGate | null {
  const gate = openGate(steps);
  return gate !== null && isStanding(session, gate) ? gate : null;
}

/** Whether a gate is about what stands in the session now. */
export function isStanding(session: Session, gate: OpenGate): boolean {
  return isAbout(gate, taskContent(session, readTaskKey(gate.key)));
}
