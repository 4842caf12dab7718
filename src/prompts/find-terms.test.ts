import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerms } from './find-terms.js';
import { parseSearchQuery } from './search-query.js';
import { foldedText } from './search-text.js';

const found = (text: string, search: string) =>
  findTerms(text, parseSearchQuery(search).terms).map(({ start, end }) => text.slice(start, end));

describe('finding terms', () => {
  it.each([
    ['beginnings of words', 'Review the reviewed preview', 'rev', ['Rev', 'rev']],
    ['parts of words, when no word begins so', 'preview', 'view', ['view']],
    ['words that follow each other', 'team/review-api, team api', 'team/rev', ['team/rev']],
    ['whole words in quotes', 'review reviewed', '"review"', ['review']],
    ['signs', 'a -> b -> c', '->', ['->', '->']],
    ['accents', 'un Cafe\u0301, un café', 'CAFE', ['Cafe\u0301', 'café']],
    ['Chinese', '新しい要件です', '要件', ['要件']],
    ['emoji', 'ship 🎉🎉 it', '🎉', ['🎉', '🎉']],
    ['right to left', 'من إعادة التعيين', 'التعيين', ['التعيين']],
    ['each of several', 'one two three', 'three one', ['one', 'three']],
    ['what overlaps, as one', 'reviewing', 'rev reviewing', ['reviewing']],
    ['nothing', 'something else', 'review', []],
    ['no more words than the text has', 'team', '"team review"', []],
  ])('shows %s', (_, text, search, expected) => {
    expect(found(text, search)).toEqual(expected);
  });

  it('stops at a hundred', () => {
    expect(found('api '.repeat(1000), 'api')).toHaveLength(100);
    expect(found('xapix '.repeat(1000), 'api')).toHaveLength(100);
  });

  it('ends soon with a long text', () => {
    const start = performance.now();
    expect(found('é'.repeat(10_000_000), 'éa')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('finds any part of a text', () => {
    const unit = fc.constantFrom('a', 'B', 'é', 'E\u0301', '要', '🎉', '-', 'ﬁ', '/', ' ');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), fc.nat(), fc.nat(), (text, one, other) => {
        const letters = [...text.trim()];
        const part = letters
          .slice(one % (letters.length + 1))
          .slice(0, 1 + (other % 5))
          .join('')
          .trim();
        fc.pre(foldedText(part).trim() !== '' && !/[\s"]|^-/.test(part));
        const ranges = found(text, part);
        expect(ranges.length).toBeGreaterThan(0);
      }),
    );
  });
});
