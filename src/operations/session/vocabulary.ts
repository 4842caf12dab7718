/** The words of the session engine that every surface uses. */
export { answerStepOf, isAnswerStep, type Step, stepFacts } from '../../engine/session/step.js';
export { planningSections } from '../../sections/index.js';
