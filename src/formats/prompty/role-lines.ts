import { occurrences } from '../occurrences.js';
import { type DocumentMessage, isMessageRole, type MessageRole } from '../prompt-document.js';

/** A line such as `system:`, `# user:` or `assistant[name="a"]:`. */
const ROLE_LINE = /^[ \t]*(?:#[ \t]*)?(system|user|assistant)(\[[^\]\n]*\])?[ \t]*:[ \t]*$/gim;

export interface RoleLine {
  readonly message: DocumentMessage;
  /** What stands in brackets behind the role, as it is written. */
  readonly attributes: string | null;
}

/**
 * The messages under the lines that name their roles, without the line ends around them. A text before the
 * first such line is the system's. A line in a block of the template is not one of them: cut there, neither
 * part were a template.
 */
export function readRoleLines(body: string): readonly RoleLine[] {
  const lines = Array.from(body.matchAll(ROLE_LINE)).filter(isOutsideOfBlocks(body));
  const before = body.slice(0, lines[0]?.index ?? body.length);
  const first = before.trim() === '' && lines.length > 0 ? [] : [messageOf('system', before, null)];
  const others = lines.map((line, index) => {
    const [marked, role = '', attributes = null] = line;
    const text = body.slice(line.index + marked.length, lines[index + 1]?.index ?? body.length);
    return messageOf(roleOf(role), text, attributes);
  });
  return [...first, ...others];
}

/** The numbers of the lines that name a role inside of a block, from 1. */
export function rolesInBlocks(body: string): readonly number[] {
  const isOutside = isOutsideOfBlocks(body);
  const inside = Array.from(body.matchAll(ROLE_LINE)).filter((line) => !isOutside(line));
  let line = 1;
  let at = 0;
  return inside.map((match) => {
    line += occurrences(body.slice(at, match.index), '\n');
    at = match.index;
    return line;
  });
}

/** @example printRoleLines([{ role: 'user', text: 'Hi' }]) === 'user:\nHi\n' */
export function printRoleLines(messages: readonly DocumentMessage[]): string {
  return messages.map(({ role, text }) => `${role}:\n${text}\n`).join('\n');
}

const BLOCK_TAG = /\{%[-+]?\s*(end)?(?:if|for|macro|block|filter|call|with|autoescape|raw)\b/g;

/** Tells of matches, asked for in their order, whether every block before them is closed. */
function isOutsideOfBlocks(body: string): (match: RegExpExecArray) => boolean {
  const tags = Array.from(body.matchAll(BLOCK_TAG));
  let depth = 0;
  let next = 0;
  return (match) => {
    for (let tag = tags[next]; tag !== undefined && tag.index < match.index; tag = tags[++next])
      depth += tag[1] === undefined ? 1 : -1;
    return depth <= 0;
  };
}

function messageOf(role: MessageRole, text: string, attributes: string | null): RoleLine {
  return { message: { role, text: withoutLineEnds(text) }, attributes };
}

function roleOf(word: string): MessageRole {
  const role = word.toLowerCase();
  return isMessageRole(role) ? role : 'user';
}

function withoutLineEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isLineEnd(text.charAt(start))) start++;
  while (end > start && isLineEnd(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
