/** What a terminal in bracketed paste mode sends: keys that were pressed, or a text that was pasted. */
export interface TypedPart {
  readonly kind: 'keys' | 'paste';
  readonly text: string;
}

/** The sequences by which a terminal is told to mark what is pasted, and to stop doing so. */
export const bracketedPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const;

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

/**
 * Tells pasted text from pressed keys. Chunks may be cut anywhere, inside the marks too. The line ends of
 * a paste, which terminals send as carriage returns, come out as line feeds.
 *
 * @example
 * const separate = pasteSeparator();
 * separate('a\u001b[200~b\rc\u001b[201~') // [{ kind: 'keys', text: 'a' }, { kind: 'paste', text: 'b\nc' }]
 */
export function pasteSeparator(): (chunk: string) => TypedPart[] {
  let pasted: string[] | null = null;
  let held = '';
  return (chunk) => {
    const parts: TypedPart[] = [];
    let rest = held + chunk;
    let found = true;
    while (found) {
      const pieces: Pieces = pasted === null ? splitAtStart(rest) : splitAt(PASTE_END, rest, 1);
      ({ found, rest } = pieces);
      if (pasted !== null) pasted.push(pieces.before);
      else if (pieces.before !== '') parts.push({ kind: 'keys', text: pieces.before });
      if (!found) continue;
      if (pasted !== null) parts.push({ kind: 'paste', text: pasted.join('').replace(/\r\n?/g, '\n') });
      pasted = pasted === null ? [] : null;
    }
    held = rest;
    return parts;
  };
}

interface Pieces {
  readonly before: string;
  readonly found: boolean;
  /** What follows the mark, or what may be the beginning of one. */
  readonly rest: string;
}

/** A single escape is the Escape key rather than the beginning of a mark, and is passed on at once. */
function splitAtStart(text: string): Pieces {
  return splitAt(PASTE_START, text, 2);
}

function splitAt(mark: string, text: string, leastHeld: number): Pieces {
  const at = text.indexOf(mark);
  if (at !== -1) return { before: text.slice(0, at), found: true, rest: text.slice(at + mark.length) };
  for (let length = mark.length - 1; length >= leastHeld; length--) {
    const end = text.length - length;
    if (text.endsWith(mark.slice(0, length)))
      return { before: text.slice(0, end), found: false, rest: text.slice(end) };
  }
  return { before: text, found: false, rest: '' };
}
