import { expect, it } from 'vitest';
import { mapTexts } from './map-texts.js';

const loudly = (text: string) => text.toUpperCase();

it('changes texts and keys at any depth, and nothing else', () => {
  const value = { a: ['b', { c: 'd' }], e: 1, f: true, g: null };
  expect(mapTexts(value, loudly)).toEqual({ A: ['B', { C: 'D' }], E: 1, F: true, G: null });
  expect(value.a[0]).toBe('b');
});

it('keeps a member called __proto__ a member', () => {
  const changed = mapTexts(JSON.parse('{"__proto__": "x"}'), loudly);
  expect(JSON.stringify(changed)).toBe('{"__PROTO__":"X"}');
  expect(JSON.stringify(mapTexts(JSON.parse('{"__proto__": 1}'), (text) => text))).toBe('{"__proto__":1}');
});
