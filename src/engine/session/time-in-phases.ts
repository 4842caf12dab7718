import { type Phase, phases } from './phase.js';
import type { SessionEvent } from './session-event.js';
import { statusOf } from './session-state.js';

/**
 * How long a session was in each phase, in milliseconds: from event to event, the time counts for the
 * status after the earlier one, and for an open session up to now.
 */
export function timeInPhases(history: readonly SessionEvent[], now: Date): Readonly<Record<Phase, number>> {
  const spent = { planning: 0, analysis: 0, implementation: 0 };
  for (const [at, { after, at: from }] of history.entries()) {
    const phase = phases.find((candidate) => candidate === statusOf(after));
    if (phase === undefined || after.lifecycle !== 'active') continue;
    const until = history[at + 1]?.at ?? now;
    spent[phase] += Math.max(0, until.getTime() - from.getTime());
  }
  return spent;
}
