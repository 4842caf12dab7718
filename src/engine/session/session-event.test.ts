import { describe, expect, it } from 'vitest';
import { anEvent, aSession } from '../../../test/fixtures/sessions.js';
import { lastMove, type SessionEvent, type SessionEventKind } from './session-event.js';

const session = aSession();

/** A history in short: a kind alone, or with the number of the event that it takes back. */
function history(...entries: (SessionEventKind | readonly ['undone', number])[]): SessionEvent[] {
  return entries.map((entry, index) => {
    const [kind, undoes] = typeof entry === 'string' ? [entry, null] : entry;
    return { ...anEvent(session, { kind, undoes }), number: index + 1 };
  });
}

const numberOfLast = (...entries: Parameters<typeof history>) => lastMove(history(...entries))?.number;

describe('the last move', () => {
  it('is the latest of them', () => {
    expect(numberOfLast('created', 'step-done', 'step-done')).toBe(3);
    expect(numberOfLast('created', 'step-done', 'answer-incomplete')).toBe(3);
    expect(numberOfLast('created', 'step-done', 'cancelled')).toBe(3);
    expect(numberOfLast('created', 'cancelled', 'deleted')).toBe(3);
  });

  it('is not an answer that moved nothing, and not the creation', () => {
    expect(numberOfLast('created', 'step-done', 'answer-rejected')).toBe(2);
    expect(numberOfLast('created', 'answer-rejected')).toBeUndefined();
    expect(numberOfLast('created')).toBeUndefined();
  });

  it('goes back further with every undo', () => {
    expect(numberOfLast('created', 'step-done', 'step-done', ['undone', 3])).toBe(2);
    expect(numberOfLast('created', 'step-done', 'step-done', ['undone', 3], ['undone', 2])).toBeUndefined();
  });

  it('is the new one after an undo and another move', () => {
    expect(numberOfLast('created', 'step-done', ['undone', 2], 'step-done')).toBe(4);
    expect(numberOfLast('created', 'step-done', ['undone', 2], 'step-done', ['undone', 4])).toBeUndefined();
  });

  it('is that before an undone one, over rejected answers in between', () => {
    const entries = ['created', 'step-done', 'answer-rejected', 'step-done', 'answer-rejected'] as const;
    expect(numberOfLast(...entries, ['undone', 4])).toBe(2);
  });
});
