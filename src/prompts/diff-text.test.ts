import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText, type TextHunk } from './diff-text.js';

const joined = (hunks: readonly TextHunk[], without: TextHunk['kind']) =>
  hunks
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const line = fc.constantFrom('a', 'b c', 'b  c d', '', '\r', '\ud800', '{{ x }}', 'é', '\u001b[1m');
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('the difference of two texts', () => {
  it('holds both, to the last character, and its words those of its lines', () => {
    const whole = fc.property(text, text, (before, after) => {
      const hunks = diffText(before, after);
      expect(joined(hunks, 'added')).toBe(before);
      expect(joined(hunks, 'removed')).toBe(after);
      for (const { text: lines, words } of hunks) {
        if (words !== undefined) expect(words.map((part) => part.text).join('')).toBe(lines);
      }
    });
    fc.assert(whole, { numRuns: 1000 });
  });

  it('is nothing but what is the same, of a text and itself', () => {
    expect(diffText('', '')).toEqual([]);
    expect(diffText('a\nb', 'a\nb')).toEqual([{ kind: 'same', text: 'a\nb' }]);
  });

  it('marks the words that changed', () => {
    expect(diffText('Review this change.\n', 'Review that change.\n')).toEqual([
      {
        kind: 'removed',
        text: 'Review this change.\n',
        words: [
          { isChanged: false, text: 'Review ' },
          { isChanged: true, text: 'this' },
          { isChanged: false, text: ' change.\n' },
        ],
      },
      {
        kind: 'added',
        text: 'Review that change.\n',
        words: [
          { isChanged: false, text: 'Review ' },
          { isChanged: true, text: 'that' },
          { isChanged: false, text: ' change.\n' },
        ],
      },
    ]);
  });

  it('marks no words in lines that were written anew', () => {
    expect(diffText('Ask first.\n', 'Never wait for anybody here.\n')).toEqual([
      { kind: 'removed', text: 'Ask first.\n' },
      { kind: 'added', text: 'Never wait for anybody here.\n' },
    ]);
  });

  const lines = (count: number, factor: number) =>
    Array.from({ length: count }, (_, at) => `line ${(at * factor) % 9973} some words\n`).join('');

  it.each([
    ['lines in another order', lines(40_000, 7), lines(40_000, 11)],
    ['one long line', 'a '.repeat(500_000), 'b '.repeat(500_000)],
    ['short lines', 'x\n'.repeat(500_000), 'y\n'.repeat(500_000)],
    ['a word in every line', lines(40_000, 7), lines(40_000, 7).replaceAll('some', 'more')],
  ])('of a megabyte of %s comes soon, and is whole', (_, before, after) => {
    const since = performance.now();
    const hunks = diffText(before, after);
    // About 1.3 s at most; the rest is for a machine that has other things to do.
    expect(performance.now() - since).toBeLessThan(6000);
    expect(joined(hunks, 'added') === before && joined(hunks, 'removed') === after).toBe(true);
  });

  it('is whole when there is no time, and one of the two begins with an empty line', () => {
    const [before, after] = [`\n${lines(40_000, 7)}`, `x${lines(40_000, 11)}`];
    const hunks = diffText(before, after);
    expect(joined(hunks, 'added') === before && joined(hunks, 'removed') === after).toBe(true);
  });

  it('keeps the lines that are the same at both ends when there is no time for those between', () => {
    const [head, tail] = ['Same.\n', 'The end.\n'];
    const hunks = diffText(head + lines(40_000, 7) + tail, head + lines(40_000, 11) + tail);
    expect(hunks[0]).toMatchObject({ kind: 'same', text: expect.stringMatching(/^Same\.\n/) });
    expect(hunks.at(-1)).toMatchObject({ kind: 'same', text: expect.stringMatching(/The end\.\n$/) });
  });
});
