import { skipSpace } from './whitespace.js';

/** The beginning of a tag: `{{`, `{%`, `{#` or a whole `{% raw %}`. */
export interface Delimiter {
  readonly kind: 'variable' | 'block' | 'comment' | 'raw';
  readonly offset: number;
  /** The whitespace sign right behind it: `-`, `+` or nothing. */
  readonly sign: string;
  /** Where what follows begins. */
  readonly end: number;
}

const KINDS: Readonly<Record<string, 'variable' | 'block' | 'comment'>> = {
  '{': 'variable',
  '%': 'block',
  '#': 'comment',
};

/** Finds the first tag from an offset on. */
export function findDelimiter(text: string, from: number): Delimiter | undefined {
  for (let offset = text.indexOf('{', from); offset !== -1; offset = text.indexOf('{', offset + 1)) {
    const kind = KINDS[text.charAt(offset + 1)];
    if (kind !== undefined) return delimiterAt(text, offset, kind);
  }
  return undefined;
}

function delimiterAt(text: string, offset: number, kind: Delimiter['kind']): Delimiter {
  const sign = signAt(text, offset + 2);
  const end = offset + 2 + sign.length;
  const raw = kind === 'block' ? rawEnd(text, end) : undefined;
  return raw === undefined ? { kind, offset, sign, end } : { kind: 'raw', offset, sign, end: raw };
}

function signAt(text: string, offset: number): string {
  const character = text.charAt(offset);
  return character === '-' || character === '+' ? character : '';
}

/** The end of a `raw` tag whose inside begins at an offset, or undefined when it is another tag. */
function rawEnd(text: string, inside: number): number | undefined {
  const word = skipSpace(text, inside);
  if (!text.startsWith('raw', word)) return undefined;
  const close = skipSpace(text, word + 'raw'.length);
  if (text.startsWith('-%}', close)) return skipSpace(text, close + 3);
  return text.startsWith('%}', close) ? close + 2 : undefined;
}
