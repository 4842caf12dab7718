import { TextPieces } from '../text/text-pieces.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);
const HEX_DIGITS = 4;
const HEX = /^[0-9a-fA-F]{4}$/;

/**
 * The content of a string that is not strictly JSON: escapes are resolved, all else stays.
 *
 * @example
 * unescapeJson('say "yes"\\n\\u0041'); // 'say "yes"\nA'
 */
export function unescapeJson(raw: string): string {
  const pieces = new TextPieces();
  let at = 0;
  for (let mark = raw.indexOf('\\'); mark >= 0 && mark + 1 < raw.length; mark = raw.indexOf('\\', at)) {
    pieces.add(raw.slice(at, mark));
    const escaped = raw.charAt(mark + 1);
    const hex = escaped === 'u' ? raw.slice(mark + 2, mark + 2 + HEX_DIGITS) : '';
    if (HEX.test(hex)) {
      pieces.add(String.fromCharCode(Number.parseInt(hex, 16)));
      at = mark + 2 + HEX_DIGITS;
    } else {
      pieces.add(ESCAPES.get(escaped) ?? escaped);
      at = mark + 2;
    }
  }
  pieces.add(raw.slice(at));
  return pieces.joined();
}
