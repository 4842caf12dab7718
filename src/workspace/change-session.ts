import type { Attempt } from '../engine/session/attempt.js';
import type { Session } from '../engine/session/session.js';
import type {
  NewAnswerAttempt,
  NewEvent,
  NewPromptAttempt,
  NewRequest,
  RequestRevision,
  SessionChange,
  Settlement,
} from '../engine/session/session-journal.js';
import { measuredAnswer, measuredPrompt } from '../store/measured.js';
import type { KeptAttempt, KeptSession } from './kept-session.js';

/** What is kept of a session before anything is. */
export function withoutSession(session: Session): KeptSession {
  return { session, requests: [], attempts: [], history: [], file: null, findings: [] };
}

/** What is kept after a change: the session as it is written, and what comes with it. */
export function withChange(kept: KeptSession, change: SessionChange, written: Session): KeptSession {
  const { event, issued, settled, request } = change;
  const attempts = settled === undefined ? kept.attempts : settle(kept.attempts, settled, event.at);
  return {
    ...kept,
    session: written,
    requests: request === undefined ? kept.requests : [...kept.requests, revisionOf(request, event)],
    attempts: issued === undefined ? attempts : [...attempts, issuedAttempt(attempts, issued)],
    history: [...kept.history, { ...event, number: kept.history.length + 1 }],
  };
}

/** What is kept after an answer came in, of which nothing has been made yet. */
export function withAnswer(kept: KeptSession, received: NewAnswerAttempt): KeptSession {
  const attempt: Attempt = {
    id: received.id,
    sessionId: received.sessionId,
    step: received.step,
    part: received.part,
    number: nextNumber(kept.attempts, received.step),
    outcome: 'received',
    input: received.input,
    ...measuredAnswer(received.answer),
    forced: received.forced,
    appendedTo: received.appendedTo,
    problem: null,
    template: null,
    source: null,
    startedAt: received.at,
    finishedAt: null,
  };
  const answer: KeptAttempt = { attempt, prompt: null, result: null, unsaved: received.answer };
  return { ...kept, attempts: [...kept.attempts, answer] };
}

function revisionOf(request: NewRequest, { at, actor }: NewEvent): RequestRevision {
  return { ...request, at, actor };
}

function settle(
  attempts: readonly KeptAttempt[],
  { attempt: id, outcome, result, problem }: Settlement,
  finishedAt: Date,
): readonly KeptAttempt[] {
  return attempts.map((kept) =>
    kept.attempt.id === id
      ? { ...kept, attempt: { ...kept.attempt, outcome, problem, finishedAt }, result }
      : kept,
  );
}

function issuedAttempt(attempts: readonly KeptAttempt[], issued: NewPromptAttempt): KeptAttempt {
  const { messages, template, source } = issued.prompt;
  const attempt: Attempt = {
    id: issued.id,
    sessionId: issued.sessionId,
    step: issued.step,
    part: issued.part,
    number: nextNumber(attempts, issued.step),
    outcome: 'issued',
    input: null,
    ...measuredPrompt(messages),
    forced: false,
    appendedTo: null,
    problem: null,
    template,
    source,
    startedAt: issued.at,
    finishedAt: issued.at,
  };
  return { attempt, prompt: { messages, template, source }, result: null, unsaved: null };
}

function nextNumber(attempts: readonly KeptAttempt[], step: Attempt['step']): number {
  return attempts.filter(({ attempt }) => attempt.step === step).length + 1;
}
