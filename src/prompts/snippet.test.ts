import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Snippet, snippetOf } from './snippet.js';

const shown = ({ text, ranges }: Snippet) => ranges.map(({ start, end }) => text.slice(start, end));

describe('a snippet', () => {
  it('of a short text is the text, in one line', () => {
    expect(snippetOf('Be\r\nbrief.\t', [{ start: 4, end: 9 }])).toEqual({
      text: 'Be  brief. ',
      ranges: [{ start: 4, end: 9 }],
      hasBefore: false,
      hasAfter: false,
    });
  });

  it('of a long text is the part around what was found, cut between words', () => {
    const text = `${'before '.repeat(50)}here ${'after '.repeat(50)}`;
    const at = text.indexOf('here');
    const snippet = snippetOf(text, [{ start: at, end: at + 4 }]);
    expect(shown(snippet)).toEqual(['here']);
    expect(snippet).toMatchObject({ hasBefore: true, hasAfter: true });
    expect(snippet.text).toMatch(/^before .* after$/);
    expect(snippet.text.length).toBeLessThanOrEqual(160);
  });

  it('is taken from where most was found', () => {
    const text = `one ${'x '.repeat(200)}two three ${'x '.repeat(200)}`;
    const ranges = ['one', 'two', 'three'].map((word) => {
      const start = text.indexOf(word);
      return { start, end: start + word.length };
    });
    expect(shown(snippetOf(text, ranges))).toEqual(['two', 'three']);
  });

  it('divides no character', () => {
    const text = '🎉'.repeat(300);
    for (const start of [200, 202, 301]) {
      const snippet = snippetOf(text, [{ start, end: start + 2 }]);
      expect(snippet.text.isWellFormed()).toBe(true);
    }
  });

  it('has ranges that show what was found, whatever the text is', () => {
    const cases = fc.record({
      text: fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }),
      places: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(cases, ({ text, places }) => {
        const ranges = apart(text, places);
        const snippet = snippetOf(text, ranges);
        expect(snippet.ranges.length).toBeGreaterThan(0);
        expect(snippet.text.length).toBeLessThanOrEqual(160);
        const whole = text.replaceAll(/[\r\n\t\u2028\u2029]/g, ' ');
        expect(whole).toContain(snippet.text);
        const found = ranges.map(({ start, end }) => whole.slice(start, end));
        for (const part of shown(snippet)) expect(found.some((one) => one.includes(part))).toBe(true);
      }),
    );
  });
});

/** Ranges of a text in order, without overlaps. */
function apart(text: string, places: readonly (readonly [number, number])[]) {
  const ranges: { start: number; end: number }[] = [];
  for (const [place, length] of places
    .map(([at, size]) => [at % text.length, size] as const)
    .toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max(place, ranges.at(-1)?.end ?? 0);
    if (start < text.length) ranges.push({ start, end: Math.min(text.length, start + length) });
  }
  return ranges;
}
