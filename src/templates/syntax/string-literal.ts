/** A string literal: its content with the escapes read, and the offset behind its closing quote. */
export interface StringLiteral {
  readonly content: string;
  readonly end: number;
  /** What is wrong with an escape in it. */
  readonly problem?: string;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const LARGEST_CODE = 0x10ffff;

/** Reads the string whose opening quote is at an offset; undefined when it is never closed. */
export function readString(text: string, offset: number): StringLiteral | undefined {
  const quote = text.charAt(offset);
  let content = '';
  let from = offset + 1;
  for (let at = from; at < text.length; ) {
    const character = text.charAt(at);
    if (character === quote) return { content: content + text.slice(from, at), end: at + 1 };
    if (character !== '\\') {
      at += 1;
      continue;
    }
    const escaped = readEscape(text, at);
    if ('problem' in escaped) return { content: '', end: at, problem: escaped.problem };
    content += text.slice(from, at) + escaped.text;
    at = escaped.end;
    from = at;
  }
  return undefined;
}

type Escape = { readonly text: string; readonly end: number } | { readonly problem: string };

/** An escape that Python does not know stays as it is written, backslash and all. */
function readEscape(text: string, offset: number): Escape {
  const letter = text.charAt(offset + 1);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, end: offset + 2 };
  const digits = HEX_DIGITS[letter];
  if (digits !== undefined) return readHex(text, offset, digits);
  if (letter >= '0' && letter <= '7') return readOctal(text, offset);
  if (letter === 'N') return { problem: 'character names (\\N{…}) are not supported in strings' };
  return { text: `\\${letter}`, end: offset + 1 + letter.length };
}

function readHex(text: string, offset: number, digits: number): Escape {
  const hex = text.slice(offset + 2, offset + 2 + digits);
  const code = Number.parseInt(hex, 16);
  if (hex.length < digits || !/^[\da-fA-F]+$/.test(hex)) {
    return { problem: `truncated \\${text.charAt(offset + 1)} escape in a string` };
  }
  if (code > LARGEST_CODE) return { problem: 'illegal Unicode character in a string' };
  return { text: String.fromCodePoint(code), end: offset + 2 + digits };
}

function readOctal(text: string, offset: number): Escape {
  let end = offset + 1;
  while (end < offset + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '7') end += 1;
  return { text: String.fromCharCode(Number.parseInt(text.slice(offset + 1, end), 8)), end };
}
