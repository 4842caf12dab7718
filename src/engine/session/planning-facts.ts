import type { PlanningResult } from './planning-result.js';
import type { Session } from './session.js';

/** What lists show of the notes. */
export function planningFacts(planning: PlanningResult | null): Pick<Session, 'complexity' | 'timeEstimate'> {
  return {
    complexity: planning?.notes?.complexity?.text ?? null,
    timeEstimate: planning?.notes?.timeEstimate?.text ?? null,
  };
}
