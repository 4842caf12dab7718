import type { SessionId } from '../base/ids.js';
import type { SessionEvent } from '../engine/session/session-event.js';
import { readState, type SessionState } from '../engine/session/session-state.js';
import { fileTime } from './file-time.js';
import type { KeptAttempt } from './kept-session.js';
import type { AttemptEntry, EventEntry } from './session-file.js';

/** An attempt as its session's file has it. */
export function attemptToEntry({ attempt, prompt, result }: KeptAttempt): AttemptEntry {
  return {
    id: attempt.id,
    step: attempt.step,
    part: attempt.part,
    number: attempt.number,
    outcome: attempt.outcome,
    input: attempt.input && { ...attempt.input },
    checksum: attempt.checksum,
    size: attempt.size,
    forced: attempt.forced,
    appended_to: attempt.appendedTo,
    problem: attempt.problem && { ...attempt.problem },
    template: attempt.template,
    template_source: attempt.source && { ...attempt.source, versions: [...attempt.source.versions] },
    started_at: attempt.startedAt.toISOString(),
    finished_at: attempt.finishedAt?.toISOString() ?? null,
    messages: prompt?.messages.map(({ role, text }) => ({ role, text })) ?? null,
    result,
  };
}

export function attemptFromEntry(sessionId: SessionId, entry: AttemptEntry): KeptAttempt {
  const { appended_to, started_at, finished_at, messages, result, template_source: source, ...same } = entry;
  return {
    attempt: {
      ...same,
      sessionId,
      appendedTo: appended_to,
      source,
      startedAt: dateFrom(started_at),
      finishedAt: dateOrNull(finished_at),
    },
    prompt: messages && { messages, template: entry.template ?? '', source },
    result,
    unsaved: null,
  };
}

/** An entry of the history as its session's file has it. */
export function eventToEntry({ sessionId: _, at, ...event }: SessionEvent): EventEntry {
  return { ...event, at: at.toISOString() };
}

export function eventFromEntry(sessionId: SessionId, entry: EventEntry): SessionEvent {
  return {
    ...entry,
    sessionId,
    at: dateFrom(entry.at),
    before: entry.before && stateFrom(entry.before),
    after: stateFrom(entry.after),
  };
}

/** A state of this program's, or of an earlier one's, which knew less. */
export function stateFrom(written: SessionState): SessionState {
  return readState(JSON.stringify(written));
}

/** @throws Error for what the file's schema would have refused */
export function dateFrom(time: string): Date {
  const date = fileTime(time);
  if (date === null) throw new Error(`"${time}" is not a time`);
  return date;
}

export function dateOrNull(time: string | null): Date | null {
  return time === null ? null : dateFrom(time);
}
