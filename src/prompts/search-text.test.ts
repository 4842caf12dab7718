import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText, foldWithPlaces, wordsOf } from './search-text.js';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
/** Also halves of surrogate pairs. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

describe('a folded text', () => {
  it.each([
    ['letters of any size', 'Team API', 'team api'],
    ['accents', 'Café ÉTÉ naïve', 'cafe ete naive'],
    ['decomposed accents', 'Cafe\u0301', 'cafe'],
    ['full-width letters', 'ＡＰＩ', 'api'],
    ['ligatures', 'ﬁle', 'file'],
    ['a sign that stands for letters', '℡', 'tel'],
    ['the Turkish capital', 'İ', 'i'],
    ['the final sigma', 'ΟΔΟΣ', 'οδοσ'],
    ['Arabic with vowels', 'مُحَمَّد', 'محمد'],
    ['NUL and half a character', 'a\0b\ud83d', 'a b\ufffd'],
    ['the character that escapes', 'a\u001ab', 'a b'],
    ['emoji', '🎉 👩‍💻', '🎉 👩‍💻'],
  ])('knows no difference in %s', (_, text, folded) => {
    expect(foldedText(text)).toBe(folded);
  });

  it('is the same when it is folded again', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => foldedText(foldedText(text)) === foldedText(text)),
    );
  });
});

describe('folding with places', () => {
  it('knows what a part was, with its accents', () => {
    const text = 'x Cafe\u0301 y';
    const { folded, placeOf } = foldWithPlaces(text);
    expect(folded).toBe('x cafe y');
    expect(placeOf(2, 6)).toEqual({ start: 2, end: 7 });
    expect(placeOf(7, 8)).toEqual({ start: 8, end: 9 });
  });

  it('gives the whole of a letter that became several', () => {
    const { folded, placeOf } = foldWithPlaces('aﬁb');
    expect(folded).toBe('afib');
    expect(placeOf(1, 2)).toEqual({ start: 1, end: 2 });
    expect(placeOf(2, 3)).toEqual({ start: 1, end: 2 });
  });

  it('gives a part that folds to what was asked for, and stays inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), fc.nat(), fc.nat(), (text, one, other) => {
        const { folded, placeOf } = foldWithPlaces(text);
        fc.pre(folded.length > 0);
        const start = one % folded.length;
        const end = start + 1 + (other % (folded.length - start));
        const place = placeOf(start, end);
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThan(place.start);
        expect(place.end).toBeLessThanOrEqual(text.length);
        expect(foldWithPlaces(text.slice(place.start, place.end)).folded).toContain(folded.slice(start, end));
      }),
    );
  });
});

describe('words', () => {
  const words = (text: string) => wordsOf(foldedText(text)).map(({ word }) => word);

  it.each([
    ['team/review-api', ['team', 'review', 'api']],
    ['feature_request {{ x1 }}', ['feature', 'request', 'x1']],
    ['要件：パスワード', ['要', '件', 'ハ', 'ス', 'ワ', 'ー', 'ト']],
    ['API要件', ['api', '要', '件']],
    ['إعادة التعيين', ['اعادة', 'التعيين']],
    ['🎉 -> *', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('begin where they are said to', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldedText(text);
        for (const { word, start } of wordsOf(folded)) expect(folded.startsWith(word, start)).toBe(true);
      }),
    );
  });
});
