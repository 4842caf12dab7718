import type { PlanningKey } from '../../sections/index.js';
import { isQuick, type SessionState } from './session-state.js';

/** The sections that a planning answer has to have: a quick session needs no analysis prompt. */
export function requiredSections(state: SessionState): readonly PlanningKey[] {
  return isQuick(state) ? ['implementation', 'notes'] : ['analysis', 'implementation', 'notes'];
}
