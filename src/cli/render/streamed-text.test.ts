import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import { StreamedText } from './streamed-text.js';

/** What is on the screen after each bit, and in the end. */
function shown(bits: readonly string[]): string[] {
  let screen = '';
  const text = new StreamedText((bit) => {
    screen += bit;
  });
  const screens = bits.map((bit) => {
    text.push(bit);
    return screen;
  });
  text.end();
  return [...screens, screen];
}

const AWS = `AKIA${'AB3D'.repeat(4)}`;
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEow IBAAKC\n'.repeat(40)}-----END RSA PRIVATE KEY-----`;

describe('a text that is shown while it comes', () => {
  it('appears word by word, and ends with a line end', () => {
    expect(shown(['The qu', 'ick fox', ' runs'])).toEqual([
      'The ',
      'The quick ',
      'The quick fox ',
      'The quick fox runs\n',
    ]);
    expect(shown(['done.\n'])).toEqual(['done.\n', 'done.\n']);
    expect(shown([])).toEqual(['']);
  });

  it('loses escape sequences that are parted', () => {
    expect(shown(['red: \u001b', '[3', '1mX\u001b[0m \u001b]52;c;', 'cm0=', '\u0007end']).at(-1)).toBe(
      'red: X end\n',
    );
  });

  it('shows a sequence that does not end without its beginning', () => {
    const [first, last] = shown([`\u001b]0;${'title '.repeat(1000)}`]);
    expect(first).toContain('title');
    expect(last).not.toContain('\u001b');
  });

  it('keeps characters of two halves and line ends of two characters', () => {
    expect(shown(['a \ud83d', '\ude00 b\r', '\nc']).at(-1)).toBe('a 😀 b\nc\n');
  });

  it('never shows a part of a credential, wherever it is parted', () => {
    for (const secret of [AWS, KEY]) {
      for (let at = 1; at < secret.length; at += 7) {
        const screens = shown([`key ${secret.slice(0, at)}`, `${secret.slice(at)} end`]);
        expect(screens[0]).toBe('key ');
        expect(screens.at(-1)).toBe(`${redactSecrets(`key ${secret} end`)}\n`);
      }
    }
  });

  it('sees a credential that an escape sequence hides', () => {
    const hidden = `${AWS.slice(0, 9)}\u001b[0m${AWS.slice(9)}`;
    expect(shown([hidden]).at(-1)).toBe('[redacted: AWS access key]\n');
  });

  it('does not wait for a key that is never closed', () => {
    const text = `-----BEGIN PRIVATE KEY-----\n${'abc def\n'.repeat(2000)}`;
    expect(shown([text])[0]).toBe(text);
  });

  it('waits for no public block, and not for ever for a word', () => {
    expect(shown(['-----BEGIN CERTIFICATE-----\nabc '])[0]).toBe('-----BEGIN CERTIFICATE-----\nabc ');
    const word = `${'x'.repeat(20_000)}.${AWS}`;
    const [first = '', last] = shown([word]);
    expect(first.length).toBeGreaterThan(10_000);
    expect(last).toBe(`${'x'.repeat(20_000)}.[redacted: AWS access key]\n`);
  });

  it('is in the end what the whole would be, however it is cut', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\u001b',
        '[31m',
        '\u001b]0;t\u0007',
        '\r',
        '\n',
        AWS,
        KEY,
        `ghp_${'a1B2'.repeat(9)}`,
        '😀',
        '-----BEGIN ',
        ' ',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.nat(400), { maxLength: 12 }),
        (pieces, cuts) => {
          const text = pieces.join('');
          const places = [
            0,
            ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b),
            text.length,
          ];
          const bits = places.slice(1).map((end, at) => text.slice(places[at], end));
          const whole = redactSecrets(forTerminal(text));
          expect(shown(bits).at(-1)).toBe(whole === '' || whole.endsWith('\n') ? whole : `${whole}\n`);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('can be begun anew', () => {
    let screen = '';
    const text = new StreamedText((bit) => {
      screen += bit;
    });
    expect(text.isBegun).toBe(false);
    text.push('Word');
    expect([text.isBegun, screen]).toEqual([true, '']);
    text.end();
    expect(text.isBegun).toBe(false);
    text.push('The beg');
    text.end();
    expect(text.isBegun).toBe(false);
    text.push('Again');
    text.end();
    expect(screen).toBe('Word\nThe beg\nAgain\n');
  });
});
