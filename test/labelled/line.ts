/** The sections of a planning answer, in the order in which they are asked for. */
export const sectionKeys = ['analysis', 'implementation', 'notes'] as const;

export type SectionKey = (typeof sectionKeys)[number];

/**
 * What a line is to the one who writes it. `inner-fence` lines open or close a block inside a body and belong
 * to it; `example` lines show the format of an answer.
 */
export type LineKind =
  | 'blank'
  | 'talk'
  | 'agent'
  | 'heading'
  | 'fence'
  | 'prose'
  | 'code'
  | 'inner-fence'
  | 'example';

/** A stretch of an answer as it is written, and what it contributes to a body. */
export interface Piece {
  readonly raw: string;
  /** The section whose body the piece is part of; null for all that is no body. */
  readonly owner: SectionKey | null;
  /** What the piece says in the body: differs from `raw` where the answer's format escapes it. */
  readonly says: string;
  readonly kind: LineKind;
  /** For a heading that counts (not a repeated one): the section that it opens. */
  readonly opens?: SectionKey;
}

/** One line of an answer, without its line ending. */
export interface Line extends Pick<Piece, 'owner' | 'opens' | 'kind'> {
  readonly text: string;
  /** Indentation that the line shares with its whole block, and that is no part of the body. */
  readonly lead?: string;
  /** The pieces of a line that is more than one, as a line of JSON is. */
  readonly pieces?: readonly Piece[];
}

/** Lines that belong to no body. */
export function apart(kind: LineKind, ...texts: readonly string[]): Line[] {
  return texts.map((text) => ({ text, kind: text === '' ? 'blank' : kind, owner: null }));
}

export function blankLines(count: number): Line[] {
  return apart('blank', ...Array.from({ length: count }, () => ''));
}

export function piecesOf(line: Line): readonly Piece[] {
  const { text, owner, kind, opens } = line;
  return line.pieces ?? [{ raw: text, owner, says: text, kind, ...(opens === undefined ? {} : { opens }) }];
}
