import { isBlank, lineEnd, skipBlanks } from './characters.js';
import { isRule } from './rule-line.js';

/** Start of the first line in [from, to) that has text, or `from` itself if its line has. */
export function firstTextLine(text: string, from: number, to: number): number {
  let start = from;
  for (let at = from; at < to && isWhite(text.charCodeAt(at)); at++) {
    if (text.charCodeAt(at) === 10) start = at + 1;
  }
  return start;
}

/** End of the last line in [from, to) that has text, without its line break. */
export function lastTextEnd(text: string, from: number, to: number): number {
  let end = to;
  for (let at = to; at > from && isWhite(text.charCodeAt(at - 1)); at--) {
    if (text.charCodeAt(at - 1) === 10) end = at - 1;
    else if (at - 1 === from) return from;
  }
  return beforeReturns(text, from, Math.max(from, end));
}

/** Start of the line that ends at `end`, but not before `from`. */
export function lineStart(text: string, from: number, end: number): number {
  return end <= from ? from : Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
}

/** Whether the line that ends at `end` is a rule. */
export function endsWithRule(text: string, from: number, end: number): boolean {
  const start = lineStart(text, from, end);
  const first = skipBlanks(text, start, end);
  return first < end && isRule(text, first, end);
}

/** Whether [from, to) holds nothing but white space. */
export function isAllWhite(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isWhite(text.charCodeAt(at))) return false;
  return true;
}

/** If the rest of the line after `at` shows nothing, the offset of the next line, otherwise `at`. */
export function skipEmptyRest(text: string, at: number, to: number): number {
  const end = Math.min(lineEnd(text, at), to);
  for (let rest = at; rest < end; rest++) {
    const code = text.charCodeAt(rest);
    if (code > 32 && code !== 127 && !isBlank(code)) return at;
  }
  return Math.min(end + 1, to);
}

function isWhite(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Offset before the line break that ends at `at`, but not before `from`. */
export function beforeLineBreak(text: string, from: number, at: number): number {
  if (at <= from || text.charCodeAt(at - 1) !== 10) return Math.max(from, at);
  return beforeReturns(text, from, at - 1);
}

/** Offset before the carriage returns that end at `at`: with a line feed after them they are its part. */
export function beforeReturns(text: string, from: number, at: number): number {
  let end = at;
  while (end > from && text.charCodeAt(end - 1) === 13) end--;
  return end;
}
