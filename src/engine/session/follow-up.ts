import { planningSections } from '../../sections/index.js';
import { type ComposedPrompt, composePrompt } from './compose-prompt.js';
import { type PlanningResult, sectionsToAskFor } from './planning-result.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';

/** The prompt that asks only for the sections that a planning answer lacks, or breaks off in. */
export function composeFollowUp(
  ports: SessionPorts,
  session: Session,
  planning: PlanningResult,
): Promise<ComposedPrompt> {
  const asked = sectionsToAskFor(planning);
  const missingSections = planningSections.filter(({ key }) => asked.includes(key)).map(({ name }) => name);
  return composePrompt('follow-up', { session, planning, analysis: null, missingSections }, ports.templates);
}
