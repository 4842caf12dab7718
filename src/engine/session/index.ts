/** The session engine: it moves sessions through a journal and knows no database and no terminal. */
export type {
  AnswerResult,
  Attempt,
  AttemptOutcome,
  AttemptProblem,
  InputMethod,
  InputSource,
  Message,
} from './attempt.js';
export {
  AnswerRejectedError,
  MoveNotAllowedError,
  NothingToAppendToError,
  NothingToUndoError,
  RequestRefusedError,
  SessionChangedError,
} from './errors.js';
export type { PlanningResult, PlanningSection } from './planning-result.js';
export type {
  BroughtInTemplate,
  NamedTemplates,
  PromptKind,
  PromptTemplate,
  PromptTemplates,
  TemplateLayer,
  TemplateScope,
  TemplateSource,
} from './prompt-template.js';
export type { Session, SessionProject } from './session.js';
export type { SessionEvent, SessionEventKind } from './session-event.js';
export type { SessionJournal } from './session-journal.js';
export type { SessionPorts } from './session-ports.js';
export {
  dueStep,
  initialState,
  type SessionState,
  type SessionStatus,
  type StepState,
  statusOf,
} from './session-state.js';
export { type AnswerStep, type PromptStep, type Step, steps } from './step.js';
export { type GivenAnswer, takeAnswer } from './take-answer.js';
export { type MoveRefusal, refusalOf, type SessionMove, type Transition, transition } from './transition.js';
