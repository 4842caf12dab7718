import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from './search-query.js';

const textsOf = (text: string) => parseSearchQuery(text).terms.map((term) => term.text);
const wordsOf = (text: string) => parseSearchQuery(text).terms.map(({ words }) => words);
const excludedBy = (text: string) => parseSearchQuery(text).excluded.map((term) => term.text);

describe('a search', () => {
  it('is words, each the beginning of one', () => {
    expect(parseSearchQuery('  Rev\tÀPI ')).toEqual({
      name: 'rev\tapi',
      terms: [
        { text: 'rev', words: ['rev'], isPrefix: true },
        { text: 'api', words: ['api'], isPrefix: true },
      ],
      excluded: [],
    });
  });

  it('takes one letter for a whole word', () => {
    expect(parseSearchQuery('a view-a').terms.map(({ isPrefix }) => isPrefix)).toEqual([false, false]);
  });

  it('takes what stands in quotes as it is', () => {
    const [term] = parseSearchQuery('"Team  Review"').terms;
    expect(term).toEqual({ text: 'team  review', words: ['team', 'review'], isPrefix: false });
  });

  it.each([
    ['"never closed', ['never closed']],
    ['""', null],
    ['a"b', ['a"b']],
    ['"a"b', ['a', 'b']],
    ['" "  x', ['x']],
    ['*', ['*']],
    ['AND NEAR(a) OR NOT', ['and', 'near(a)', 'or', 'not']],
    ['name:x ^y {z} +w', ['name:x', '^y', '{z}', '+w']],
  ])('knows no other syntax: %s', (text, terms) => {
    if (terms === null) expect(() => textsOf(text)).toThrow('nothing to search for');
    else expect(textsOf(text)).toEqual(terms);
  });

  it('divides a name into its words, and Chinese and Japanese into characters', () => {
    expect(wordsOf('team/review-api')).toEqual([['team', 'review', 'api']]);
    expect(wordsOf('要件x')).toEqual([['要', '件', 'x']]);
    expect(wordsOf('🎉')).toEqual([[]]);
  });

  it('excludes what a dash stands before', () => {
    expect(excludedBy('api -draft -"very old"')).toEqual(['draft', 'very old']);
    expect(textsOf('api -draft -"very old"')).toEqual(['api']);
    expect(parseSearchQuery('api -draft').excluded[0]?.isPrefix).toBe(false);
  });

  it('excludes nothing that is an option, an arrow or a sign', () => {
    expect(excludedBy('--json -> - -🎉')).toEqual([]);
    expect(textsOf('--json -> - -🎉')).toEqual(['--json', '->', '-', '-🎉']);
    expect(wordsOf('--json')).toEqual([['json']]);
  });

  it('looks for the same only once', () => {
    expect(textsOf('api API ápi')).toEqual(['api']);
  });
});

describe('a search that cannot be made', () => {
  it.each(['', ' \n\t', '""', '" '])('has nothing to look for: %j', (text) => {
    expect(() => parseSearchQuery(text)).toThrow(
      expect.objectContaining({ code: 'SEARCH_EMPTY', kind: 'usage' }),
    );
  });

  it('only excludes', () => {
    expect(() => parseSearchQuery('-draft')).toThrow('only what must not be found');
  });

  it.each([
    ['characters', 'a'.repeat(10_000)],
    ['words', Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ')],
    ['words in one', 'a-b-'.repeat(20)],
    ['Chinese characters', '要件'.repeat(20)],
  ])('has too many %s', (_, text) => {
    expect(() => parseSearchQuery(text)).toThrow(
      expect.objectContaining({
        code: 'SEARCH_TOO_LONG',
        message: expect.stringMatching(/at most \d+ are looked for/),
      }),
    );
  });

  it('is refused or understood, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let query: ReturnType<typeof parseSearchQuery>;
        try {
          query = parseSearchQuery(text);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^SEARCH_/) });
          return;
        }
        expect(query.terms.length).toBeGreaterThan(0);
        for (const term of [...query.terms, ...query.excluded]) {
          expect(term.text).not.toBe('');
          expect(term.words.join('')).toMatch(/^[\p{L}\p{N}\p{Co}]*$/u);
        }
        for (const { words } of query.excluded) expect(words).not.toEqual([]);
      }),
    );
  });
});
