import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { cursorTo, endAt } from './page-cursor.js';

const schema = z.tuple([z.union([z.string(), z.int()]), z.string()]);

describe('a cursor', () => {
  it('gives back the end of the page, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (key, id) => {
        expect(endAt('sessions-title', schema, cursorTo('sessions-title', [key, id]))).toEqual([key, id]);
      }),
    );
  });

  it('keeps what is no whole character', () => {
    const end = ['\ud83d\0', 'x'] as const;
    expect(endAt('a', schema, cursorTo('a', end))).toEqual(end);
  });

  it('goes into an address as it is', () => {
    expect(cursorTo('sessions-title', ['?&=#% ü 要件', 'x'])).toMatch(/^[\w-]+$/);
  });

  it('is not needed for the first page', () => {
    expect(endAt('a', schema, undefined)).toBeUndefined();
  });

  it('is refused with any one character changed, taken away or added', () => {
    const cursor = cursorTo('a', [1_767_225_600_000, 'x0123456789ab']);
    for (let at = 0; at < cursor.length; at++) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      expect(() => endAt('a', schema, cursor.slice(0, at) + other + cursor.slice(at + 1))).toThrow(
        /is no cursor, or was changed/,
      );
      expect(() => endAt('a', schema, cursor.slice(0, at) + cursor.slice(at + 1))).toThrow(/is no cursor/);
    }
    for (const more of ['A', 'AAAA', '=', ' ', 'é']) {
      expect(() => endAt('a', schema, cursor + more)).toThrow(/is no cursor/);
    }
  });

  it('is refused when it is of another list, or says nothing of this one', () => {
    expect(() => endAt('b', schema, cursorTo('a', [1, 'x']))).toThrow(/of another list/);
    expect(() => endAt('a', schema, cursorTo('a', [1]))).toThrow(/is no cursor/);
  });

  it.each(['', ' ', 'x', '-1', 'null', '\0', 'A'.repeat(100_000)])('is no %j', (text) => {
    expect(() => endAt('a', schema, text)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', kind: 'usage' }),
    );
  });
});
