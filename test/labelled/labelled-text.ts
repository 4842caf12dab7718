import type { Forms } from './factors.js';
import { type Line, type Piece, piecesOf, type SectionKey } from './line.js';
import type { Random } from './random.js';

/** Offsets in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface LabelledText {
  readonly text: string;
  /**
   * The body of each section, null where it is missing: without the outer fence, without the indentation that
   * the whole paste or the whole block has, without blank lines at its two ends, otherwise as it stands.
   */
  readonly truth: Readonly<Record<SectionKey, string | null>>;
  /** Where the heading of each section stands: the whole line, or the key of an object. */
  readonly headings: Readonly<Partial<Record<SectionKey, Range>>>;
}

/** Writes the lines out as one text, with the answer's indentation and line endings. */
export function labelled(lines: readonly Line[], forms: Forms, random: Random): LabelledText {
  const pieces = writtenPieces(lines, forms, random);
  return {
    text: pieces.map(({ raw }) => raw).join(''),
    truth: truthOf(pieces),
    headings: headingRanges(pieces),
  };
}

function writtenPieces(lines: readonly Line[], forms: Forms, random: Random): Piece[] {
  const indentsBlanks = random.chance(0.3);
  const endsWithNewline = forms.cut === 'none' && random.chance(0.5);
  const bom = forms.stray === 'bom' ? [unowned('\ufeff')] : [];
  const written = lines.flatMap((line, index) => {
    const flush = forms.indent === '2-first-flush' && index === 0;
    const indent =
      flush || (line.text === '' && !indentsBlanks) ? '' : indentation(forms) + (line.lead ?? '');
    const ends = index < lines.length - 1 || endsWithNewline;
    const eol = unowned(ends ? lineEnding(forms.eol, random) : '');
    return [unowned(indent), ...piecesOf(line), { ...eol, owner: line.owner, says: eol.raw }];
  });
  return [...bom, ...written];
}

function unowned(raw: string): Piece {
  return { raw, owner: null, says: '', kind: 'blank' };
}

function indentation({ indent }: Forms): string {
  return indent === 'none' ? '' : ' '.repeat(indent === '4' ? 4 : 2);
}

function lineEnding(eol: Forms['eol'], random: Random): string {
  if (eol === 'mixed') return random.pick(['\n', '\r\n']);
  return eol === 'lf' ? '\n' : '\r\n';
}

function truthOf(pieces: readonly Piece[]): LabelledText['truth'] {
  const opened = new Set(pieces.flatMap(({ opens }) => opens ?? []));
  const said: Record<SectionKey, string> = { analysis: '', implementation: '', notes: '' };
  for (const { owner, says } of pieces) if (owner !== null) said[owner] += says;
  const text = (key: SectionKey) => (opened.has(key) ? withoutBlankEnds(said[key]) : null);
  return { analysis: text('analysis'), implementation: text('implementation'), notes: text('notes') };
}

/** The text without the blank lines before its first line and after its last one. */
export function withoutBlankEnds(text: string): string {
  const lines = text.split('\n');
  const isWritten = (line: string) => line.trim() !== '';
  const kept = lines.slice(lines.findIndex(isWritten), lines.findLastIndex(isWritten) + 1).join('\n');
  return kept.endsWith('\r') ? kept.slice(0, -1) : kept;
}

function headingRanges(pieces: readonly Piece[]): LabelledText['headings'] {
  const ranges: Partial<Record<SectionKey, Range>> = {};
  let offset = 0;
  let lineStart = 0;
  for (const { raw, opens } of pieces) {
    const isKey = raw.startsWith('"');
    if (opens !== undefined) ranges[opens] = { start: isKey ? offset : lineStart, end: offset + raw.length };
    offset += raw.length;
    if (raw.endsWith('\n')) lineStart = offset;
  }
  return ranges;
}
