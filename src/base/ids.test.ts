import { describe, expect, it } from 'vitest';
import { attemptIdFor, isSessionId, newAttemptId, newProjectId, newSessionId, sessionIdFor } from './ids.js';

describe.each([
  ['session', 's', newSessionId],
  ['project', 'p', newProjectId],
  ['attempt', 'a', newAttemptId],
] as const)('the id of a %s', (_, letter, newId) => {
  const ids = Array.from({ length: 10_000 }, () => newId());

  it(`is "${letter}" and 12 Crockford characters`, () => {
    const shape = new RegExp(`^${letter}[0-9abcdefghjkmnpqrstvwxyz]{12}$`);
    expect(ids.filter((id) => !shape.test(id))).toEqual([]);
  });

  it('clashes with none of 10,000 others', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begins unlike the ids made before and after it', () => {
    const beginnings = new Set(ids.slice(0, 100).map((id) => id.slice(0, 5)));
    expect(beginnings.size).toBeGreaterThan(95);
  });

  it('uses every character of the alphabet at every place', () => {
    for (let place = 1; place <= 12; place++) {
      expect(new Set(ids.map((id) => id[place])).size).toBe(32);
    }
  });
});

describe('the id that stands for one of another program', () => {
  it('has the form of ours, and is the same every time', () => {
    const id = sessionIdFor('20250101_120000_abc');
    expect(isSessionId(id)).toBe(true);
    expect(sessionIdFor('20250101_120000_abc')).toBe(id);
    expect(sessionIdFor('20250101_120000_abd')).not.toBe(id);
  });

  it('is the id itself, when that fits', () => {
    const id = newSessionId();
    expect(sessionIdFor(id)).toBe(id);
    for (const other of [`${id}0`, id.toUpperCase(), newAttemptId(), ''])
      expect(isSessionId(other)).toBe(false);
  });

  it('of an attempt differs with every word', () => {
    expect(attemptIdFor('a plan')).toMatch(/^a[0-9a-z]{12}$/);
    expect(new Set(['a plan', 'a process', 'b plan'].map(attemptIdFor)).size).toBe(3);
  });
});
