import type { CutToken, HandlebarsToken } from './token.js';

const STANDS_ALONE = new Set<HandlebarsToken['kind']>([
  'open',
  'inverse',
  'else',
  'close',
  'partial',
  'comment',
]);

/**
 * The tokens with their texts cut: by `~`, and where a block tag, a partial or a comment stands alone on its
 * line, which vanishes then.
 */
export function withoutLoneLines(tokens: readonly CutToken[]): readonly CutToken[] {
  const texts = tokens.map(({ content }) => content);
  tokens.forEach((token, index) => {
    if (token.kind === 'text') return;
    if (STANDS_ALONE.has(token.kind) && standsAlone(tokens, index)) {
      change(tokens, texts, index - 1, (text) => text.replace(/(?<![ \t])[ \t]+$/, ''));
      change(tokens, texts, index + 1, (text) => text.replace(/^[ \t]*\r?\n?/, ''));
    }
    if (token.trimsBefore) change(tokens, texts, index - 1, (text) => text.trimEnd());
    if (token.trimsAfter) change(tokens, texts, index + 1, (text) => text.trimStart());
  });
  return tokens.map((token, index) => ({ ...token, content: texts[index] ?? '' }));
}

function standsAlone(tokens: readonly CutToken[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  return (
    (before === undefined || (before.kind === 'text' && endsBlank(before.content, index === 1))) &&
    (after === undefined ||
      (after.kind === 'text' && beginsBlank(after.content, index === tokens.length - 2)))
  );
}

function endsBlank(text: string, isFirst: boolean): boolean {
  const lineStart = text.lastIndexOf('\n');
  return (isFirst || lineStart !== -1) && text.slice(lineStart + 1).trim() === '';
}

function beginsBlank(text: string, isLast: boolean): boolean {
  const lineEnd = text.indexOf('\n');
  if (lineEnd === -1) return isLast && text.trim() === '';
  return text.slice(0, lineEnd).trim() === '';
}

function change(
  tokens: readonly CutToken[],
  texts: string[],
  index: number,
  edit: (text: string) => string,
): void {
  if (tokens[index]?.kind === 'text') texts[index] = edit(texts[index] ?? '');
}
