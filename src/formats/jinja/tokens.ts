/** A piece of a Jinja2 template. */
export interface JinjaToken {
  readonly kind: 'text' | 'output' | 'tag' | 'comment';
  /** The text; of a tag what stands between its marks, without the whitespace around it. */
  readonly content: string;
  readonly line: number;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}}', '%': '%}', '#': '#}' };
const KINDS: Readonly<Record<string, JinjaToken['kind']>> = { '{': 'output', '%': 'tag', '#': 'comment' };

/**
 * Cuts a template into texts and tags, with whitespace control done and raw blocks as text. Null where a tag
 * is never closed.
 */
export function jinjaTokens(template: string): readonly JinjaToken[] | null {
  const tokens: JinjaToken[] = [];
  let at = 0;
  let line = 1;
  let trimsNext = false;
  const advance = (to: number) => {
    for (
      let next = template.indexOf('\n', at);
      next !== -1 && next < to;
      next = template.indexOf('\n', next + 1)
    )
      line++;
    at = to;
  };
  const addText = (text: string) => {
    if (text !== '') tokens.push({ kind: 'text', content: text, line });
  };
  while (at < template.length) {
    const tag = findTag(template, at);
    if (tag === null) return null;
    const text = template.slice(at, tag?.start ?? template.length);
    const begun = trimsNext ? withoutStart(text) : text;
    addText(tag?.trimsBefore ? withoutEnd(begun) : begun);
    advance(tag?.start ?? template.length);
    if (tag === undefined) break;
    if (tag.kind === 'raw') addText(tag.content);
    else tokens.push({ kind: tag.kind, content: tag.content, line });
    trimsNext = tag.trimsAfter;
    advance(tag.end);
  }
  return tokens;
}

interface FoundTag {
  readonly kind: Exclude<JinjaToken['kind'], 'text'> | 'raw';
  readonly content: string;
  readonly start: number;
  readonly end: number;
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

/** The next tag; undefined when there is none, null when it is never closed. */
function findTag(template: string, from: number): FoundTag | undefined | null {
  for (let start = template.indexOf('{', from); start !== -1; start = template.indexOf('{', start + 1)) {
    const mark = template.charAt(start + 1);
    const kind = KINDS[mark];
    const closing = CLOSING[mark];
    if (kind === undefined || kind === 'text' || closing === undefined) continue;
    const close =
      kind === 'comment' ? template.indexOf(closing, start + 2) : closeOf(template, start + 2, closing);
    if (close === -1) return null;
    const found = tagBetween(template, { kind, start, close, end: close + closing.length });
    return found.kind === 'tag' && found.content === 'raw' ? rawBlock(template, found) : found;
  }
  return undefined;
}

interface Bounds {
  readonly kind: Exclude<JinjaToken['kind'], 'text'>;
  readonly start: number;
  readonly close: number;
  readonly end: number;
}

function tagBetween(template: string, { kind, start, close, end }: Bounds): FoundTag {
  const inside = template.slice(start + 2, close);
  const before = inside.startsWith('-') || inside.startsWith('+') ? 1 : 0;
  const after =
    inside.length > before && (inside.endsWith('-') || (inside.endsWith('+') && kind !== 'output'));
  return {
    kind,
    content: inside.slice(before, after ? -1 : undefined).trim(),
    start,
    end,
    trimsBefore: inside.startsWith('-'),
    trimsAfter: after && inside.endsWith('-'),
  };
}

/** From `{% raw %}` to the `{% endraw %}` that ends it. */
function rawBlock(template: string, opening: FoundTag): FoundTag | null {
  const endings = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
  endings.lastIndex = opening.end;
  const ending = endings.exec(template);
  if (ending === null) return null;
  const inside = template.slice(opening.end, ending.index);
  const begun = opening.trimsAfter ? withoutStart(inside) : inside;
  return {
    ...opening,
    kind: 'raw',
    content: ending[0].startsWith('{%-') ? withoutEnd(begun) : begun,
    end: ending.index + ending[0].length,
    trimsAfter: ending[0].endsWith('-%}'),
  };
}

/** Where a tag closes, outside of its strings; -1 when it does not. */
function closeOf(template: string, from: number, closing: string): number {
  for (let at = from; at < template.length; at++) {
    const character = template.charAt(at);
    if (character === "'" || character === '"') at = stringEnd(template, at);
    else if (template.startsWith(closing, at)) return at;
  }
  return -1;
}

function stringEnd(template: string, opening: number): number {
  const quote = template.charAt(opening);
  for (let at = opening + 1; at < template.length; at++) {
    const character = template.charAt(at);
    if (character === '\\') at++;
    else if (character === quote) return at;
  }
  return template.length;
}

/** What whitespace control takes away: whitespace as Python has it. */
const WHITESPACE = /[\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function withoutStart(text: string): string {
  let start = 0;
  while (start < text.length && WHITESPACE.test(text.charAt(start))) start++;
  return text.slice(start);
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && WHITESPACE.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
