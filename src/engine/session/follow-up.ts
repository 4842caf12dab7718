import { planningSections } from '../../sections/index.js';
import { type ComposedPrompt, composePrompt } from './compose-prompt.js';
import type { PlanningResult } from './planning-result.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';

/** The prompt that asks only for the sections a planning answer lacks. */
export function composeFollowUp(
  ports: SessionPorts,
  session: Session,
  planning: PlanningResult,
): Promise<ComposedPrompt> {
  const missingSections = planningSections
    .filter(({ key }) => planning.missing.includes(key))
    .map(({ name }) => name);
  return composePrompt('follow-up', { session, planning, analysis: null, missingSections }, ports.templates);
}
