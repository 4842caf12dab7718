import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forTerminal, forTerminalLine } from './terminal-text.js';

describe('text for a terminal', () => {
  it.each([
    ['a colour', '\u001b[31mred\u001b[0m', 'red'],
    ['a cursor movement', 'a\u001b[2;5Hb', 'ab'],
    ['a private mode', '\u001b[?1049hscreen', 'screen'],
    ['a sequence with intermediate bytes', '\u001b[1 qbeam', 'beam'],
    ['a title ended by BEL', '\u001b]0;owned\u0007shown', 'shown'],
    ['a title ended by ST', '\u001b]0;owned\u001b\\shown', 'shown'],
    ['a clipboard write', '\u001b]52;c;ZXZpbA==\u0007shown', 'shown'],
    ['a link', '\u001b]8;;https://example.com\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['a device control string', '\u001bP1$r\u001b\\shown', 'shown'],
    ['a reset', '\u001bcshown', 'shown'],
    ['a character set', '\u001b(0lqk', 'lqk'],
    ['a C1 sequence', '\u009b31mred', 'red'],
    ['C1 controls', 'a\u0085b\u009dc', 'abc'],
    ['a bell and a backspace', 'a\u0007b\u0008c', 'abc'],
    ['NUL and DEL', 'a\0b\u007fc', 'abc'],
    ['bidirectional overrides', 'access\u202e\u2066 level\u2069\u202c', 'access level'],
  ])('has no %s', (_, text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });

  it.each([
    ['a sequence without its end', 'before\u001b[31', 'before31'],
    [
      'a string without its end',
      'before\u001b]0;and the rest\nof the text',
      'before0;and the rest\nof the text',
    ],
    ['a lone escape at the end', 'before\u001b', 'before'],
    ['an escape within a sequence', '\u001b\u001b[31m[31mred', '[31mred'],
  ])('hides nothing behind %s', (_, text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });

  it('ends its lines with line feeds, and keeps tabs', () => {
    expect(forTerminal('one\r\n\ttwo\u001b[0m\r\nthree\r')).toBe('one\n\ttwo\nthree');
  });

  it('is other writing, emoji and combining marks as they are', () => {
    const text = 'Grüße, 日本語, שלום, 👩🏽‍💻, e\u0301';
    expect(forTerminal(text)).toBe(text);
  });

  it('never has a control character, whatever it was', () => {
    const pieces = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '0',
      ';',
      'm',
      '\u0007',
      '\\',
      '\u009b',
      '\r',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 60 }), (text) =>
        /^[\n -~\u00a0-\uffff]*$/.test(forTerminal(text)),
      ),
      { numRuns: 1000 },
    );
  });
});

describe('text for one line of a terminal', () => {
  it.each([
    ['  two\r\n\r\n  lines\t', 'two lines'],
    ['a\u2028b\u00a0c', 'a b c'],
    ['\u001b[1m \u001b[0m', ''],
  ])('%j: %j', (text, expected) => {
    expect(forTerminalLine(text)).toBe(expected);
  });
});
