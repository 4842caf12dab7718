const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;
const NEEDS_ESCAPE = /[\\'\p{C}\p{Z}]/u;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** A string as Python's `repr` writes it: quoted, with escapes for what cannot be seen. */
export function stringRepr(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) result += character === quote ? `\\${quote}` : escaped(character);
  return result + quote;
}

function escaped(character: string): string {
  if (character === ' ') return character;
  const named = NAMED[character];
  if (named !== undefined) return named;
  return NOT_PRINTABLE.test(character) ? codeEscape(character.codePointAt(0) ?? 0) : character;
}

function codeEscape(code: number): string {
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
