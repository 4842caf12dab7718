import type { AttemptId, SessionId } from '../../base/ids.js';
import type { NewAssignment } from '../experiment/online/new-assignment.js';
import type {
  AnswerResult,
  Attempt,
  AttemptOutcome,
  AttemptProblem,
  InputSource,
  Message,
} from './attempt.js';
import type { TemplateSource } from './prompt-template.js';
import type { Session } from './session.js';
import type { SessionEvent } from './session-event.js';
import type { AnswerStep, PromptStep } from './step.js';

/** A prompt as it was given out: kept whole, because what was sent has to be known years later. */
export interface IssuedPrompt {
  readonly messages: readonly Message[];
  /** The name and version of its template, for instance `builtin/analysis`. */
  readonly template: string;
  /** Where that template was found; null for prompts from before there were any others. */
  readonly source: TemplateSource | null;
}

export interface NewPromptAttempt {
  readonly id: AttemptId;
  readonly sessionId: SessionId;
  readonly step: PromptStep;
  /** The part that the prompt is for, from 1; null when it is for the whole. */
  readonly part: number | null;
  readonly prompt: IssuedPrompt;
  readonly at: Date;
}

export interface NewAnswerAttempt {
  readonly id: AttemptId;
  readonly sessionId: SessionId;
  readonly step: AnswerStep;
  /** The part that the report is for, from 1; null when it is for the whole. */
  readonly part: number | null;
  readonly answer: Uint8Array;
  readonly input: InputSource;
  readonly forced: boolean;
  readonly appendedTo: AttemptId | null;
  /** Who brought the answer. */
  readonly actor: string;
  readonly at: Date;
}

/** What became of a received answer. */
export interface Settlement {
  readonly attempt: AttemptId;
  readonly outcome: Exclude<AttemptOutcome, 'issued' | 'received'>;
  readonly result: AnswerResult | null;
  readonly problem: AttemptProblem | null;
}

/** The feature request as it was from one revision to the next. */
export interface RequestRevision {
  /** From 1; never given twice, so that a revision that was taken back is not written over. */
  readonly number: number;
  /** The revision that it was made from; null for the first. */
  readonly replaces: number | null;
  readonly text: string;
  readonly at: Date;
  readonly actor: string;
}

export type NewRequest = Pick<RequestRevision, 'number' | 'replaces' | 'text'>;

export type NewEvent = Omit<SessionEvent, 'number'>;

/** A change of a session: all of it is written, or none. */
export interface SessionChange {
  /** The session as it shall be; its `version` is the one that was read. */
  readonly session: Session;
  readonly event: NewEvent;
  readonly issued?: NewPromptAttempt;
  readonly settled?: Settlement;
  /** The request in new words. */
  readonly request?: NewRequest;
}

/** A session that begins. */
export interface SessionCreation extends SessionChange {
  readonly issued: NewPromptAttempt;
  /** What it takes part in; a folder of files keeps no experiments. */
  readonly assignments?: readonly NewAssignment[];
}

/**
 * Where sessions are kept. The engine acts only through this port; a database and a folder of files both
 * implement it.
 */
export interface SessionJournal {
  /** Writes a new session, its planning prompt, its first event, and what it takes part in, or nothing. */
  create(creation: SessionCreation): Promise<void>;
  /**
   * Writes a change in one piece.
   * @throws SessionChangedError when the session has been changed since it was read.
   */
  commit(change: SessionChange): Promise<Session>;
  /** Keeps an answer, byte for byte. It is durable when this returns. */
  receive(attempt: NewAnswerAttempt): Promise<void>;
  /** The feature request in all its revisions, oldest first. */
  requests(session: SessionId): Promise<readonly RequestRevision[]>;
  history(session: SessionId): Promise<readonly SessionEvent[]>;
  attempts(session: SessionId): Promise<readonly Attempt[]>;
  prompt(attempt: AttemptId): Promise<IssuedPrompt>;
  answer(attempt: AttemptId): Promise<Uint8Array>;
  result(attempt: AttemptId): Promise<AnswerResult | null>;
}
