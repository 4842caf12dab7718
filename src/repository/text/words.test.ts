import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.js';
import { shownPath } from './shown-path.js';
import { stem } from './stem.js';
import { wordsOf } from './words.js';

describe('the words of a name', () => {
  it.each([
    ['parseHTTPHeader', ['parse', 'http', 'header']],
    ['max_item-count', ['max', 'item', 'count']],
    ['Größe der Bücher', ['größe', 'der', 'bücher']],
    ['日本 cart2', ['日本', 'cart']],
    ['', []],
  ])('of %j are %j', (text, words) => expect(wordsOf(text)).toEqual(words));
});

describe('words that begin alike', () => {
  it.each([['caches'], ['cached'], ['caching'], ['cache']])('have one stem: %s', (word) =>
    expect(stem(word)).toBe('cach'),
  );

  it.each([
    ['clearCache()', 1],
    ['cached_items CACHE Caches', 3],
    ['geocaching', 0],
    ['cachexyzabc', 0],
    ['cacheItem', 1],
    ['', 0],
  ])('are counted in %j: %i', (text, count) => {
    expect(countWords(text, text.toLowerCase(), 'cach')).toBe(count);
  });
});

describe('a path in a line', () => {
  it('stands as it is, or as JSON when it has control characters or backticks', () => {
    expect(shownPath('src/größe a.ts')).toBe('src/größe a.ts');
    expect(JSON.parse(shownPath('a\n`\u202e\u009b.ts'))).toBe('a\n`\u202e\u009b.ts');
    expect(shownPath('a\n`\u202e\u009b.ts')).toBe('"a\\n\\u0060\\u202e\\u009b.ts"');
  });
});
