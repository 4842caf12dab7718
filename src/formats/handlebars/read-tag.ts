import { type CutToken, HandlebarsError, type HandlebarsToken } from './token.js';

/** A tag, and where what follows it begins. */
export interface ReadTag {
  readonly token: CutToken;
  readonly end: number;
}

/** @throws HandlebarsError where the tag that begins at `start` is never closed */
export function readTag(template: string, start: number, line: number): ReadTag {
  if (template.startsWith('{{{{', start)) return rawBlock(template, start, line);
  const trimsBefore = template.charAt(start + 2) === '~';
  const inside = start + (trimsBefore ? 3 : 2);
  const closing = closingFrom(template, inside);
  if (closing === null) throw new HandlebarsError('a tag is never closed', line);
  const trimsAfter = closing.mark.includes('~');
  const token = { ...tagOf(template.slice(inside, closing.at), line), trimsBefore, trimsAfter };
  return { token, end: closing.at + closing.mark.length };
}

interface Closing {
  readonly at: number;
  readonly mark: string;
}

function closingFrom(template: string, inside: number): Closing | null {
  if (template.startsWith('!--', inside)) return commentClosing(template, inside + '!--'.length, '--');
  if (template.charAt(inside) === '!') return commentClosing(template, inside + 1, '');
  return outsideOfStrings(
    template,
    inside,
    template.charAt(inside) === '{' ? ['}}}', '}~}}'] : ['~}}', '}}'],
  );
}

/** The first `}}` behind what a comment has to end with, and perhaps a `~`. */
function commentClosing(template: string, from: number, ending: '--' | ''): Closing | null {
  for (let at = template.indexOf('}}', from); at !== -1; at = template.indexOf('}}', at + 1)) {
    const trims = at > from && template.charAt(at - 1) === '~' ? '~' : '';
    const mark = `${ending}${trims}}}`;
    const start = at + '}}'.length - mark.length;
    if (start >= from && template.startsWith(mark, start)) return { at: start, mark };
  }
  return null;
}

/** The first mark outside of strings, and of names in brackets. */
function outsideOfStrings(template: string, from: number, marks: readonly string[]): Closing | null {
  for (let at = from; at < template.length; at++) {
    const character = template.charAt(at);
    const quoted = character === '"' || character === "'" || character === '[';
    if (quoted) {
      at = template.indexOf(character === '[' ? ']' : character, at + 1);
      if (at === -1) return null;
    }
    const mark = quoted ? undefined : marks.find((one) => template.startsWith(one, at));
    if (mark !== undefined) return { at, mark };
  }
  return null;
}

const SIGNS: Readonly<Record<string, HandlebarsToken['kind']>> = {
  '#': 'open',
  '^': 'inverse',
  '/': 'close',
  '>': 'partial',
  '!': 'comment',
  '{': 'output',
  '&': 'output',
};

function tagOf(inside: string, line: number): HandlebarsToken {
  const sign = SIGNS[inside.charAt(0)];
  if (sign === 'comment') return { kind: sign, content: inside.replace(/^!(?:--)?/, '').trim(), line };
  const content = (sign === undefined ? inside : inside.slice(1)).trim();
  if (sign === 'inverse' && content === '') return { kind: 'else', content: '', line };
  if (sign === undefined && /^else(?:\s|$)/.test(content))
    return { kind: 'else', content: content.slice('else'.length).trim(), line };
  return { kind: sign ?? 'output', content, line };
}

/** From `{{{{name}}}}` to its end, as one piece. */
function rawBlock(template: string, start: number, line: number): ReadTag {
  const head = template.indexOf('}}}}', start);
  const ending = head === -1 ? -1 : template.indexOf('{{{{/', head);
  const close = ending === -1 ? -1 : template.indexOf('}}}}', ending);
  if (close === -1) throw new HandlebarsError('a raw block is never closed', line);
  const content = template.slice(start + 4, head).trim();
  return { token: { kind: 'raw', content, line, trimsBefore: false, trimsAfter: false }, end: close + 4 };
}
