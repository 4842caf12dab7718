import type { AttemptId, ExecutionId } from '../../../base/ids.js';
import type { NanoDollars } from '../../execution/execution.js';
import type { ExecutionPorts } from '../../execution/execution-ports.js';
import type { ExecutionRequest } from '../../execution/execution-request.js';
import type { Evidence } from '../evidence.js';
import type { Session } from '../session.js';
import type { SessionPorts } from '../session-ports.js';
import type { AnswerStep } from '../step.js';
import type { SessionExecutions } from './untaken-answer.js';

/** Both sides of a step that a model does: the session's, and the execution's. */
export interface AskPorts {
  readonly session: SessionPorts;
  readonly execution: ExecutionPorts;
  /** What was asked already. */
  readonly executions: SessionExecutions;
  /** The session as it stands now: people may work on it, too. */
  load(): Promise<Session>;
}

/** Who is asked, and how; what is asked is the session's affair. */
export type AskedModel = Pick<ExecutionRequest, 'model' | 'parameters' | 'tools' | 'agent' | 'ceilings'>;

/** A step of a session to be done by a model: its prompt was given already. */
export interface StepQuestion {
  readonly session: Session;
  readonly step: AnswerStep;
  /** The part of the implementation, from 1; null for the whole. */
  readonly part: number | null;
  readonly asked: AskedModel;
  /** The answer before was turned down, with these words; null when none was. */
  readonly rejection: { readonly comment: string | null } | null;
  /** Looks at the codebase after the model is done, before its answer is taken. */
  readonly evidence?: () => Promise<Evidence | null>;
}

/** What a model said, as far as a step has to do with it. */
export interface StepAnswer {
  readonly id: ExecutionId;
  readonly text: string;
  /** Of asking now; an answer that was there already costs nothing more. Null is unknown. */
  readonly cost: NanoDollars | null;
  /** The attempt that keeps it already; null for one that has just come. */
  readonly received: AttemptId | null;
}
