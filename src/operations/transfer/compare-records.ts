import type { EventMark, SessionOutline } from '../../store/session-record.js';

/**
 * How a record stands to the one that is there already: `further` when it went on from there, `behind` when
 * the other did, `diverged` when each has moved without the other, `another` when they are two sessions.
 */
export type Standing = 'same' | 'further' | 'behind' | 'diverged' | 'another';

/** Compares by what happened: the history is only ever added to, and every change adds to it. */
export function compareRecords(record: SessionOutline, there: SessionOutline): Standing {
  if (record.request !== there.request) return 'another';
  const further = continues(record, there);
  const behind = continues(there, record);
  if (further && behind) return 'same';
  if (further) return 'further';
  return behind ? 'behind' : 'diverged';
}

/** An answer that was received and not taken yet is the same attempt after it was. */
function continues(later: SessionOutline, earlier: SessionOutline): boolean {
  const events = later.history.map(eventKey);
  const attempts = new Set(later.attempts);
  return (
    earlier.history.every((event, at) => eventKey(event) === events[at]) &&
    earlier.attempts.every((attempt) => attempts.has(attempt))
  );
}

function eventKey({ number, kind, step, attempt, actor, undoes }: EventMark): string {
  return [number, kind, step, attempt, actor, undoes].join(' ');
}
