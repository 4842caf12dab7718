const SURROGATE = /[\ud800-\udfff]/;

/** Whether every character of a text is one UTF-16 unit, so that JavaScript's indexes are Python's. */
export function isPlain(text: string): boolean {
  return !SURROGATE.test(text);
}

/** The characters of a text as Python counts them. */
export function codePoints(text: string): readonly string[] {
  return isPlain(text) ? text.split('') : Array.from(text);
}

/** The length of a text in Python's characters. */
export function codePointLength(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `count` characters of a text. */
export function codePointPrefix(text: string, count: number): string {
  return isPlain(text) ? text.slice(0, count) : Array.from(text).slice(0, count).join('');
}
