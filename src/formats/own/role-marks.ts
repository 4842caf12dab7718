import type { DocumentMessage, MessageRole } from '../prompt-document.js';
import { isMessageRole } from '../prompt-document.js';
import { textOfFile } from '../text-of-file.js';

/** A line that begins a message; with backslashes before it, a line of a text. */
const MARK = /^(\\*)<!-- (system|user|assistant) -->[ \t]*$/gm;

export interface MarkedBody {
  readonly messages: readonly DocumentMessage[];
  /** What stands before the first mark. */
  readonly before: string;
}

/**
 * Messages each under a line that names its role. A line of a text that looks like such a mark gets one
 * backslash more, so that reading is exact.
 *
 * @example printMarked([{ role: 'user', text: 'Hi' }]) === '<!-- user -->\nHi\n'
 */
export function printMarked(messages: readonly DocumentMessage[]): string {
  return messages.map(({ role, text }) => `<!-- ${role} -->\n${text.replace(MARK, '\\$&')}\n`).join('');
}

/** @example readMarked('<!-- user -->\nHi\n').messages // [{ role: 'user', text: 'Hi' }] */
export function readMarked(body: string): MarkedBody {
  const marks = Array.from(body.matchAll(MARK)).flatMap(markOf);
  const messages = marks.map(({ role, end }, index) => {
    const text = body.slice(end + 1, marks[index + 1]?.start ?? body.length);
    return { role, text: textOfFile(text).replace(MARK, withoutBackslash) };
  });
  return { messages, before: body.slice(0, marks[0]?.start ?? body.length) };
}

function markOf(match: RegExpExecArray): { role: MessageRole; start: number; end: number }[] {
  const [line, backslashes, role = ''] = match;
  if (backslashes !== '' || !isMessageRole(role)) return [];
  return [{ role, start: match.index, end: match.index + line.length }];
}

function withoutBackslash(line: string): string {
  return line.startsWith('\\') ? line.slice(1) : line;
}
