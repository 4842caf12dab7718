/** The words of the session engine that every surface uses. */

export { sessionStatuses } from '../../engine/session/session-state.js';
export { isAnswerStep, type Step, stepFacts, steps } from '../../engine/session/step.js';
export { planningSections } from '../../sections/index.js';
