import { withoutLoneLines } from './lone-lines.js';
import { readTag } from './read-tag.js';
import type { CutToken, HandlebarsToken } from './token.js';

/**
 * Cuts a template into texts and tags, with whitespace control done: what `~` takes away, and the lines on
 * which a block tag, a partial or a comment stands alone.
 *
 * @throws HandlebarsError where a tag is never closed
 */
export function handlebarsTokens(template: string): readonly HandlebarsToken[] {
  return withoutLoneLines(cut(template))
    .map(({ kind, content, line }) => ({ kind, content, line }))
    .filter(({ kind, content }) => kind !== 'text' || content !== '');
}

function cut(template: string): CutToken[] {
  const tokens: CutToken[] = [];
  const lineAt = lineCounter(template);
  let text = '';
  let textStart = 0;
  let at = 0;
  const endText = (next: number) => {
    if (text !== '') tokens.push(plainText(text, lineAt(textStart)));
    text = '';
    textStart = next;
  };
  for (let start = template.indexOf('{{'); start !== -1; start = template.indexOf('{{', at)) {
    const escaping = escapeBefore(template, start, at);
    if (escaping === 'literal') {
      text += `${template.slice(at, start - 1)}{{`;
      at = start + 2;
      continue;
    }
    text += template.slice(at, escaping === 'backslash' ? start - 1 : start);
    const line = lineAt(start);
    const { token, end } = readTag(template, start, line);
    endText(end);
    tokens.push(token);
    at = end;
  }
  text += template.slice(at);
  endText(template.length);
  return tokens;
}

/** One backslash before a tag makes it text, two stand for one of them. */
function escapeBefore(template: string, start: number, from: number): 'none' | 'literal' | 'backslash' {
  if (start === from || template.charAt(start - 1) !== '\\') return 'none';
  return start - 1 > from && template.charAt(start - 2) === '\\' ? 'backslash' : 'literal';
}

function plainText(content: string, line: number): CutToken {
  return { kind: 'text', content, line, trimsBefore: false, trimsAfter: false };
}

/** Counts on from the last question, so that the whole template is gone through once. */
function lineCounter(template: string): (offset: number) => number {
  let line = 1;
  let next = template.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = template.indexOf('\n', next + 1)) line++;
    return line;
  };
}
