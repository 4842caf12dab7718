import type { LeftOverKind, SectionExtraction, TextRange } from './section.js';

/** A piece of an answer and whom it belongs to: a section by its key, or the left-over by its kind. */
export type AnswerPiece<K extends string = string> =
  | (TextRange & { readonly section: K; readonly leftOver: null })
  | (TextRange & { readonly section: null; readonly leftOver: LeftOverKind });

/**
 * Lists the pieces of an answer in order. They are disjoint, and joined they are the answer. A section
 * with agent output inside it comes in several pieces.
 *
 * @example
 * answerPieces(extraction).map(({ start, end }) => answer.slice(start, end)).join('') === answer; // true
 */
export function answerPieces<K extends string>({ sections, report }: SectionExtraction<K>): AnswerPiece<K>[] {
  const pieces: AnswerPiece<K>[] = report.leftOver.map(({ start, end, kind }) => ({
    start,
    end,
    section: null,
    leftOver: kind,
  }));
  for (const section of Object.values<(typeof sections)[K]>(sections)) {
    if (section === null) continue;
    let at = section.start;
    for (const { start, end } of report.leftOver) {
      if (start < section.start || start >= section.end) continue;
      pieces.push({ start: at, end: start, section: section.key, leftOver: null });
      at = end;
    }
    pieces.push({ start: at, end: section.end, section: section.key, leftOver: null });
  }
  return pieces.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}
