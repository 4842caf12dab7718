import { estimateTokenCount } from 'tokenx';

export interface CutText {
  readonly text: string;
  readonly truncated: boolean;
}

/** The whole lines of the beginning that fit. The estimate of what is kept is never above the limit. */
export function cutToTokens(text: string, limit: number): CutText {
  let tokens = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    // The end of a line counts as nothing or one, by what stands around it.
    tokens += estimateTokenCount(text.slice(start, end)) + 1;
    if (tokens > limit) return { text: text.slice(0, start), truncated: true };
    start = end;
  }
  return { text, truncated: false };
}
