/** How a line of notes or of a report begins, apart from its indentation. */
export type Marker = 'dash' | 'number' | 'hash' | 'table' | 'code' | 'none';

export interface OutlineLine {
  /** The whole line as it was given, without its line ending. */
  readonly raw: string;
  /** The line without indentation and marker. */
  readonly text: string;
  /** Columns, after the indentation common to all lines was taken off. */
  readonly indent: number;
  readonly marker: Marker;
  /** The number signs of a heading, else 0. */
  readonly depth: number;
  readonly afterBlank: boolean;
}

/** The lines that are not blank. Those inside a code fence that is closed are marked as code. */
export function outlineLines(text: string): OutlineLine[] {
  const raws = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const shared = sharedIndent(raws);
  const code = codeLines(raws);
  return raws.flatMap((raw, index) => {
    if (raw.trim() === '') return [];
    const indent = Math.max(0, indentOf(raw) - shared);
    const afterBlank = index > 0 && raws[index - 1]?.trim() === '';
    if (code.has(index))
      return {
        raw,
        text: raw.slice(Math.min(shared, indentOf(raw))),
        indent,
        marker: 'code',
        depth: 0,
        afterBlank,
      };
    return { raw, indent, afterBlank, ...marked(raw.trim()) };
  });
}

/**
 * The indentation that all lines share. The first line does not count: a paste from a terminal often begins
 * after its indentation.
 */
function sharedIndent(raws: readonly string[]): number {
  const first = raws.findIndex((raw) => raw.trim() !== '');
  let shared = Number.POSITIVE_INFINITY;
  for (const raw of raws.slice(first + 1)) if (raw.trim() !== '') shared = Math.min(shared, indentOf(raw));
  return Number.isFinite(shared) ? shared : 0;
}

const tabWidth = 4;

function indentOf(raw: string): number {
  let columns = 0;
  for (const character of raw) {
    if (character.trim() !== '') break;
    columns += character === '\t' ? tabWidth : 1;
  }
  return columns;
}

function codeLines(raws: readonly string[]): Set<number> {
  const code = new Set<number>();
  let open: { readonly index: number; readonly fence: string } | null = null;
  for (const [index, raw] of raws.entries()) {
    const fence = /^(?:`{3,}|~{3,})/.exec(raw.trimStart())?.[0];
    if (fence === undefined) continue;
    if (open === null) open = { index, fence };
    else if (raw.trim() === fence && fence.startsWith(open.fence)) {
      for (let inside = open.index; inside <= index; inside++) code.add(inside);
      open = null;
    }
  }
  return code;
}

const bullets = new Set(['-', '*', '+', '•', '●', '◦', '▪', '‣', '–', '⏺']);

function marked(text: string): Pick<OutlineLine, 'text' | 'marker' | 'depth'> {
  const first = text.charAt(0);
  if (first === '|') return { text, marker: 'table', depth: 0 };
  if (first === '#') return heading(text);
  const space = text.search(/\s/);
  const head = space === -1 ? text : text.slice(0, space);
  const rest = space === -1 ? '' : text.slice(space).trim();
  if (bullets.has(head)) return { text: withoutCheckbox(rest), marker: 'dash', depth: 0 };
  if (/^\(?\d{1,3}[.)]$/.test(head)) return { text: withoutCheckbox(rest), marker: 'number', depth: 0 };
  return { text, marker: 'none', depth: 0 };
}

function heading(text: string): Pick<OutlineLine, 'text' | 'marker' | 'depth'> {
  const depth = /^#+/.exec(text)?.[0].length ?? 0;
  if (depth > 6) return { text, marker: 'none', depth: 0 };
  let end = text.length;
  while (end > depth && text.charAt(end - 1) === '#') end--;
  const title = text.slice(depth, end).trim();
  return { text: title.replace(/^\d{1,3}[.)] /, ''), marker: 'hash', depth };
}

function withoutCheckbox(text: string): string {
  return /^\[[ xX]\] /.test(text) ? text.slice(4).trimStart() : text;
}
