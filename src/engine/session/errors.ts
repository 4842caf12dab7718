import { PromptRunnerError, type Remedy } from '../../base/errors.js';
import type { AttemptId, SessionId } from '../../base/ids.js';
import { conflictText, type SessionConflict } from './session-conflict.js';
import { describeRefusal, type MoveRefusal } from './transition.js';

/** The session's state does not allow the move. */
export class MoveNotAllowedError extends PromptRunnerError {
  readonly code = 'MOVE_NOT_ALLOWED';
  readonly kind = 'not-allowed';
  readonly session: SessionId;
  readonly refusal: MoveRefusal;

  constructor(session: SessionId, refusal: MoveRefusal, remedy: Remedy, kept: AttemptId | null = null) {
    const keptNote = kept === null ? '' : ` The answer is kept as attempt ${kept}.`;
    super(`Session ${session}: ${describeRefusal(refusal)}${keptNote}`, remedy);
    this.session = session;
    this.refusal = refusal;
  }
}

/** Somebody else moved the session between reading and writing it. */
export class SessionChangedError extends PromptRunnerError {
  readonly code = 'SESSION_CHANGED';
  readonly kind = 'not-allowed';

  readonly session: SessionId;
  readonly conflict: SessionConflict;

  /** @param kept the answer that is kept although the session did not move */
  constructor(session: SessionId, conflict: SessionConflict, kept: AttemptId | null = null) {
    const keptNote = kept === null ? '' : ` The answer is kept as attempt ${kept}.`;
    super(
      `Session ${session} was changed in the meantime; it was not moved. ${conflictText(conflict)}${keptNote}`,
      {
        hint: 'Look at where it stands now, then decide again.',
        next:
          kept === null
            ? `prompt-runner orchestrate status ${session}`
            : `prompt-runner orchestrate retry ${session} --attempt ${kept}`,
      },
    );
    this.session = session;
    this.conflict = conflict;
  }
}

/** The text cannot be the answer that is due; it is kept as a rejected attempt. */
export class AnswerRejectedError extends PromptRunnerError {
  readonly code = 'ANSWER_REJECTED';
  readonly kind = 'failed';
  readonly slip: string;
  readonly attempt: AttemptId | null;

  constructor(slip: string, message: string, attempt: AttemptId | null, remedy: Remedy) {
    super(attempt === null ? message : `${message} It is kept as attempt ${attempt}.`, remedy);
    this.slip = slip;
    this.attempt = attempt;
  }
}

/** A feature request that cannot be planned. */
export class RequestRefusedError extends PromptRunnerError {
  readonly code = 'REQUEST_REFUSED';
  readonly kind = 'failed';
}

/** There is no move left that could be taken back. */
export class NothingToUndoError extends PromptRunnerError {
  readonly code = 'NOTHING_TO_UNDO';
  readonly kind = 'not-allowed';

  constructor(session: SessionId) {
    super(`Session ${session} has no move to take back: it is where "plan" left it.`, {
      hint: 'To be rid of the session, delete it.',
      next: `prompt-runner orchestrate delete ${session}`,
    });
  }
}

/** `--append` without an incomplete answer to append to. */
export class NothingToAppendToError extends PromptRunnerError {
  readonly code = 'NOTHING_TO_APPEND_TO';
  readonly kind = 'not-allowed';

  /** @param kept the reply, which is kept */
  constructor(session: SessionId, kept: AttemptId) {
    super(
      `Session ${session} has no incomplete answer that a reply could be joined to. The reply is kept as attempt ${kept}.`,
      {
        hint: 'If it is the whole answer, take it by itself.',
        next: `prompt-runner orchestrate retry ${session} --attempt ${kept}`,
      },
    );
  }
}

/** The notes name no steps that the implementation could be divided by. */
export class NoPartsError extends PromptRunnerError {
  readonly code = 'NO_PARTS';
  readonly kind = 'not-allowed';

  constructor(session: SessionId) {
    super(
      `Session ${session} cannot be implemented in parts: its notes name no order of at least two steps.`,
      {
        hint: 'Implement it in one piece.',
        next: `prompt-runner orchestrate implement --session ${session}`,
      },
    );
  }
}

/** There is no part of that number. */
export class UnknownPartError extends PromptRunnerError {
  readonly code = 'UNKNOWN_PART';
  readonly kind = 'not-found';

  constructor(session: SessionId, part: number, total: number) {
    super(`Session ${session} has no part ${part}; its parts go from 1 to ${total}.`, {
      next: `prompt-runner orchestrate status ${session}`,
    });
  }
}

/** A revision that is the same as the request before. */
export class NothingChangedError extends PromptRunnerError {
  readonly code = 'NOTHING_CHANGED';
  readonly kind = 'failed';

  constructor(session: SessionId) {
    super(`The feature request of session ${session} says this already; nothing was changed.`, {
      next: `prompt-runner orchestrate revise ${session} --edit`,
    });
  }
}
