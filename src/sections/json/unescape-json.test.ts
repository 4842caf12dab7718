import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapeJson } from './unescape-json.js';

describe('the content of a string that is not strictly JSON', () => {
  it('reads what is strictly JSON as JSON does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(unescapeJson(JSON.stringify(text).slice(1, -1))).toBe(text);
      }),
    );
  });

  it.each([
    ['\\ud83d\\ude00', '\u{1f600}'],
    ['\\ud83d alone', '\ud83d alone'],
    ['\\u00', 'u00'],
    ['\\u00g0', 'u00g0'],
    ['\\q \\/ \\"', 'q / "'],
    ['broken \\', 'broken \\'],
    ['\\\\', '\\'],
    ['\\\\n', '\\n'],
    ['a\nb "c"', 'a\nb "c"'],
    ['', ''],
  ])('resolves escapes: %j', (raw, text) => {
    expect(unescapeJson(raw)).toBe(text);
  });
});
