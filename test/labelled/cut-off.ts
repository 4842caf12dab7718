import type { Forms } from './factors.js';
import { type Line, type Piece, piecesOf } from './line.js';
import type { Random } from './random.js';
import { saysOnlyAName } from './traps.js';

/** Kinds of lines that a cut leaves whole: half of one could be anything. */
const divisible: ReadonlySet<Line['kind']> = new Set(['prose', 'code', 'blank']);

const attempts = 100;

/**
 * The lines up to a random place, the last of them perhaps in part. Where the rest could not be read by anybody
 * the cut falls elsewhere; see {@link isReadable}.
 */
export function cutOff(lines: readonly Line[], forms: Forms, random: Random): Line[] {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const kept = cutOnce(lines, random);
    if (isReadable(kept, forms)) return kept;
  }
  return [...lines];
}

function cutOnce(lines: readonly Line[], random: Random): Line[] {
  const total = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  let left = random.int(0, total);
  const index = lines.findIndex(({ text }) => {
    left -= text.length + 1;
    return left < 0;
  });
  const last = lines[index];
  if (last === undefined) return [...lines];
  return [...lines.slice(0, index), shortened(last, left + last.text.length + 1)];
}

function shortened(line: Line, length: number): Line {
  let left = length;
  const kept = piecesOf(line).flatMap((piece) => {
    const part = left > 0 || piece.raw === '' ? [beginning(piece, left)] : [];
    left -= piece.raw.length;
    return part;
  });
  const text = kept.map(({ raw }) => raw).join('');
  return line.pieces === undefined ? { ...line, text } : { ...line, text, pieces: kept };
}

/** The piece up to the given length; an escape sequence cut in two says nothing any more. */
function beginning(piece: Piece, length: number): Piece {
  if (length >= piece.raw.length || !divisible.has(piece.kind)) return piece;
  const raw = piece.raw.slice(0, length);
  return { ...piece, raw, says: piece.raw === piece.says ? raw : '' };
}

/**
 * Whether a careful reader can still tell what the answer says:
 * - a section that is opened has a word of body, else nothing tells "empty" from "missing";
 * - a section known only by a synonym has a sibling that shows the form of the headings;
 * - the last line does not say just a section's name;
 * - the last line is not a rule or an underline, which could be a separator after the body;
 * - the last line is not a fence inside a body, which could be the closing one of the body;
 * - no block in untagged fences of the outer length is left open, which would make its opening the closing one;
 * - an example of the answer's format is not left open, which would turn it into the answer.
 */
function isReadable(kept: readonly Line[], { name, nested }: Forms): boolean {
  const pieces = kept.flatMap(piecesOf);
  const last = pieces.findLast(({ kind, raw }) => kind !== 'blank' && raw.trim() !== '');
  const opened = new Set(pieces.flatMap(({ opens }) => opens ?? []));
  const begun = new Set(pieces.flatMap(({ owner, says }) => (says.trim() === '' ? [] : (owner ?? []))));
  return (
    last !== undefined &&
    opened.size >= (name === 'synonym' ? 2 : 1) &&
    [...opened].every((key) => begun.has(key)) &&
    !['heading', 'inner-fence', 'example'].includes(last.kind) &&
    !(last.kind === 'code' && nested === 'same-untagged') &&
    !saysOnlyAName(lastWords(kept)) &&
    !/^[-=]+$/.test(lastWords(kept).trim())
  );
}

/** The last line that is not blank, as a reader sees it who has undone the escapes. */
function lastWords(lines: readonly Line[]): string {
  const pieces = lines.flatMap((line) => [...piecesOf(line), lineEnd]);
  const end = pieces.findLastIndex(({ raw, kind }) => kind !== 'blank' && raw.trim() !== '');
  const start = pieces.findLastIndex(({ kind }, index) => index < end && kind === 'blank');
  return pieces
    .slice(start + 1, end + 1)
    .map(({ raw }) => raw)
    .join('');
}

const lineEnd: Piece = { raw: '\n', owner: null, says: '', kind: 'blank' };
