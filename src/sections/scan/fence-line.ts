import {
  BACKTICK,
  DASH,
  isAlphanumeric,
  isBlank,
  isDigit,
  PLUS,
  STAR,
  skipBlanks,
  skipRun,
  TILDE,
  trimBlanks,
} from '../text/characters.js';

/** What the info string of a fence says about its content. */
export type FenceInfo = 'none' | 'prose' | 'code';

/** A line that opens or closes a fenced block. */
export interface FenceLine {
  /** The UTF-16 unit it is made of: a backtick or a tilde. */
  readonly marker: number;
  /** How many of them. */
  readonly length: number;
  readonly info: FenceInfo;
}

const PROSE_INFO = new Set([
  'markdown',
  'md',
  'mdx',
  'text',
  'txt',
  'plaintext',
  'plain',
  'prompt',
  'template',
  'xml',
]);
const SHORTEST_FENCE = 3;

/**
 * Reads a fence line, also one that begins a list item (that can only open a block).
 *
 * @param first - offset of the line's first character that is not blank
 * @param end - offset of the line's end
 */
export function readFence(text: string, first: number, end: number): FenceLine | null {
  const code = text.charCodeAt(first);
  if (code === BACKTICK || code === TILDE) return readMarker(text, first, end);
  if (code !== DASH && code !== STAR && code !== PLUS && !isDigit(code)) return null;
  const fence = readMarker(text, afterListMarker(text, first, end), end);
  return fence !== null && fence.info !== 'none' ? fence : null;
}

function readMarker(text: string, first: number, end: number): FenceLine | null {
  const marker = text.charCodeAt(first);
  if (marker !== BACKTICK && marker !== TILDE) return null;
  const after = skipRun(text, first, end, marker);
  if (after - first < SHORTEST_FENCE) return null;
  const infoStart = skipBlanks(text, after, end);
  if (marker === BACKTICK && hasBacktick(text, infoStart, end)) return null;
  return { marker, length: after - first, info: infoOf(text, infoStart, end) };
}

function hasBacktick(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === BACKTICK) return true;
  return false;
}

function infoOf(text: string, from: number, end: number): FenceInfo {
  const last = trimBlanks(text, from, end);
  if (last === from) return 'none';
  let wordEnd = from;
  while (wordEnd < last && isAlphanumeric(text.charCodeAt(wordEnd))) wordEnd++;
  if (wordEnd - from > 20) return 'code';
  return PROSE_INFO.has(text.slice(from, wordEnd).toLowerCase()) ? 'prose' : 'code';
}

function afterListMarker(text: string, first: number, end: number): number {
  let at = first;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return isBlank(text.charCodeAt(at + 1)) ? skipBlanks(text, at + 1, end) : first;
}
