import { describe, expect, it } from 'vitest';
import { newAttemptId, newProjectId, newSessionId } from './ids.js';

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
