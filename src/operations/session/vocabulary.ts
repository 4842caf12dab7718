/** The words of the session engine that every surface uses. */
export { isAnswerStep, type Step, stepFacts } from '../../engine/session/step.js';
export { planningSections } from '../../sections/index.js';
