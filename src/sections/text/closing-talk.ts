import { lastTextEnd, lineStart } from './text-edges.js';

/** How a model begins to speak to its reader again after the last section. */
const OPENERS = new RegExp(
  `^(?:[^\\p{L}\\n]{0,4})(?:${[
    '(?:please |just )?let me know',
    '(?:would|do|should|could|can) you\\b',
    '(?:shall|should|may) i\\b',
    '(?:i )?hope\\b',
    'feel free',
    'if (?:you|anything|something|there)\\b',
    '(?:i.m )?(?:happy|glad|ready) to\\b',
    'i(?:.ve|.ll|.d| have| can| will| could)\\b',
    'want me to',
    '(?:these|the|both|all)(?: three| two)? (?:templates|sections|prompts)\\b',
    'this (?:plan|should|gives|covers)\\b',
    'that(?:.s| is| should| covers)\\b',
    'good luck|enjoy|any questions|tell me|just say|here you go',
    '(?:once|when|after) you\\b',
    '(?:now )?you can now\\b',
    'with these\\b',
  ].join('|')})`,
  'iu',
);

const LONGEST_TALK = 1200;
const MOST_PARAGRAPHS = 3;

/**
 * End of the body in [from, to) when what follows it is the model's closing talk, otherwise `to`.
 * Talk is one to three paragraphs at the end, the first of which opens the way talk does.
 */
export function beforeClosingTalk(text: string, from: number, to: number): number {
  let end = to;
  for (let paragraph = 0; paragraph < MOST_PARAGRAPHS && end > from; paragraph++) {
    const start = paragraphStart(text, from, end);
    if (start === from || to - start > LONGEST_TALK) return to;
    if (OPENERS.test(text.slice(start, end).trimStart())) return lastTextEnd(text, from, start);
    end = lastTextEnd(text, from, start);
  }
  return to;
}

/** Whether the text in [from, to) ends with a paragraph of prose that could be talk as well as body. */
export function endsWithProse(text: string, from: number, to: number): boolean {
  const start = paragraphStart(text, from, to);
  const paragraph = text.slice(start, Math.min(to, start + LONGEST_TALK));
  return start > from && /^\s*[\p{L}"'“‘(]/u.test(paragraph) && !/^\s*[^\n:]{1,60}:(?:\s|$)/.test(paragraph);
}

/** Whether the last line in [from, to) stands alone and has the bullet of a terminal agent's message. */
export function endsWithMessage(text: string, from: number, to: number): boolean {
  const start = lineStart(text, from, to);
  return (
    start > from &&
    /^[^\S\n]*[\u23fa\u25cf\u2726]\s+\S/.test(text.slice(start, Math.min(to, start + 80))) &&
    paragraphStart(text, from, to) === start
  );
}

/** Start of the paragraph that ends at `end`: after the last blank line before it. */
function paragraphStart(text: string, from: number, end: number): number {
  let start = lineStart(text, from, end);
  for (let above = start - 1; start > from; above = start - 1) {
    const aboveStart = lineStart(text, from, above);
    if (text.slice(aboveStart, above).trim() === '' || end - aboveStart > LONGEST_TALK) return start;
    start = aboveStart;
  }
  return start;
}
