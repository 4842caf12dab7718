import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from '../prompts/search-query.js';
import { nameExpression, partsExpression, wordsExpression } from './search-expression.js';

const words = (text: string) => wordsExpression(parseSearchQuery(text));
const name = (text: string) => nameExpression(parseSearchQuery(text));
const parts = (text: string) => partsExpression(parseSearchQuery(text).terms);

describe('what the index of words is asked', () => {
  it.each([
    ['rev', '("rev" *)'],
    ['team/rev x', '("team rev" * AND "x")'],
    ['"team rev"', '("team rev")'],
    ['api -draft -"very old"', '("api" *) NOT ("draft" OR "very old")'],
    ['near OR not*', '("near" * AND "or" * AND "not" *)'],
  ])('for %s', (text, expression) => {
    expect(words(text)).toBe(expression);
  });

  it('is nothing when a term has no words', () => {
    expect(words('api ->')).toBeNull();
    expect(name('->')).toBeNull();
  });

  it('may be about names only, but for what is excluded', () => {
    expect(name('rev')).toBe('name : ("rev" *)');
    expect(name('rev -draft')).toBe('(name : ("rev" *)) NOT ("draft")');
  });
});

describe('what the index of parts is asked', () => {
  it('is the terms as they were written, with quotes doubled', () => {
    expect(parts('view-a b"c')).toBe('("view-a" AND "b""c")');
  });
});
