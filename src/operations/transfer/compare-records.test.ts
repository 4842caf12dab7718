import { describe, expect, it } from 'vitest';
import { anEvent, aSession, minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import type { SessionRecord } from '../../store/session-record.js';
import { compareRecords } from './compare-records.js';

const session = aSession();

/** A record with these moves behind it. */
function record(kinds: readonly ('created' | 'step-done' | 'cancelled')[], text = 'Tea'): SessionRecord {
  return {
    session,
    requests: [{ number: 1, replaces: null, text, at: someTime, actor: 'ada' }],
    attempts: [],
    history: kinds.map((kind, at) => ({ ...anEvent(session, { kind }), number: at + 1 })),
  };
}

describe('two records of a session', () => {
  it.each([
    ['same', record(['created']), record(['created'])],
    ['further', record(['created', 'step-done']), record(['created'])],
    ['behind', record(['created']), record(['created', 'step-done'])],
    ['diverged', record(['created', 'step-done']), record(['created', 'cancelled'])],
    ['another', record(['created']), record(['created'], 'Coffee')],
  ])('are %s by what happened', (standing, one, there) => {
    expect(compareRecords(one, there)).toBe(standing);
  });

  it('are the same although their clocks stood in different zones', () => {
    const one = record(['created']);
    const shifted = one.history.map((event) => ({ ...event, at: minutesLater(60) }));
    expect(compareRecords(one, { ...one, history: shifted })).toBe('same');
  });
});
