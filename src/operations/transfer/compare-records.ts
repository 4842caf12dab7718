import type { SessionRecord } from '../../store/session-record.js';

/**
 * How a record stands to the one that is there already: `further` when it went on from there, `behind` when
 * the other did, `diverged` when each has moved without the other, `another` when they are two sessions.
 */
export type Standing = 'same' | 'further' | 'behind' | 'diverged' | 'another';

/** Compares by what happened: the history is only ever added to, and every change adds to it. */
export function compareRecords(record: SessionRecord, there: SessionRecord): Standing {
  if (record.requests[0]?.text !== there.requests[0]?.text) return 'another';
  const further = continues(record, there);
  const behind = continues(there, record);
  if (further && behind) return 'same';
  if (further) return 'further';
  return behind ? 'behind' : 'diverged';
}

function continues(later: SessionRecord, earlier: SessionRecord): boolean {
  const events = later.history.map(eventKey);
  const attempts = new Set(later.attempts.map(attemptKey));
  return (
    earlier.history.every((event, at) => eventKey(event) === events[at]) &&
    earlier.attempts.every((attempt) => attempts.has(attemptKey(attempt)))
  );
}

/** Without the time, which the older tool wrote without its zone. */
function eventKey({ number, kind, step, attempt, actor, undoes }: SessionRecord['history'][number]): string {
  return [number, kind, step, attempt, actor, undoes].join(' ');
}

/** An answer that was received and not taken yet is the same attempt after it was. */
function attemptKey({ attempt }: SessionRecord['attempts'][number]): string {
  return attempt.id;
}
