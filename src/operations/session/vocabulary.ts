/** The words of the session engine that every surface uses. */
export { phases } from '../../engine/session/phase.js';
export { answerStepOf, isAnswerStep, type Step, stepFacts } from '../../engine/session/step.js';
export { planningSections } from '../../sections/index.js';
