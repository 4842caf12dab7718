import { describe, expect, it } from 'vitest';
import { anEvent, aSession, minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import type { AttemptId } from '../../base/ids.js';
import { outlineOf, type SessionOutline } from '../../store/session-record.js';
import { compareRecords } from './compare-records.js';

const session = aSession();

/** The outline of a record with these moves behind it. */
function outline(
  kinds: readonly ('created' | 'step-done' | 'cancelled')[],
  { text = 'Tea', at = someTime } = {},
): SessionOutline {
  return outlineOf({
    session,
    requests: [{ number: 1, replaces: null, text, at: someTime, actor: 'ada' }],
    attempts: [],
    history: kinds.map((kind, before) => ({ ...anEvent(session, { kind, at }), number: before + 1 })),
  });
}

describe('two records of a session', () => {
  it.each([
    ['same', outline(['created']), outline(['created'])],
    ['further', outline(['created', 'step-done']), outline(['created'])],
    ['behind', outline(['created']), outline(['created', 'step-done'])],
    ['diverged', outline(['created', 'step-done']), outline(['created', 'cancelled'])],
    ['another', outline(['created']), outline(['created'], { text: 'Coffee' })],
  ])('are %s by what happened', (standing, one, there) => {
    expect(compareRecords(one, there)).toBe(standing);
  });

  it('are the same although their clocks stood in different zones', () => {
    expect(compareRecords(outline(['created']), outline(['created'], { at: minutesLater(60) }))).toBe('same');
  });

  it.each([
    ['further', ['a1', 'a2'], ['a1']],
    ['behind', ['a1'], ['a1', 'a2']],
    ['diverged', ['a1', 'a2'], ['a1', 'a3']],
  ])('are %s by their attempts', (standing, one, there) => {
    const tried = (attempts: string[]) => ({ ...outline(['created']), attempts: attempts as AttemptId[] });
    expect(compareRecords(tried(one), tried(there))).toBe(standing);
  });
});
