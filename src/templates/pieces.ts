import { SourceText } from '../base/text/source-text.js';
import { type Delimiter, findDelimiter } from './syntax/delimiter.js';
import { ExpressionLexer } from './syntax/expression-lexer.js';
import { findRawClose } from './syntax/raw-close.js';
import { syntaxError } from './syntax/syntax-error.js';
import { trimOf } from './syntax/whitespace.js';
import { DEFAULT_NAME } from './template-options.js';

/** A stretch of a template. Those of a template are all of it, one after the other. */
export interface TemplatePiece {
  /** `print` is `{{ … }}`, `tag` is `{% … %}`; `raw` is a raw block as a whole. */
  readonly kind: 'text' | 'print' | 'tag' | 'comment' | 'raw';
  /** As it stands in the template, delimiters included. */
  readonly source: string;
  /** Without delimiters, their signs, and the white space within them; the same as `source` of a text or raw block. */
  readonly inside: string;
}

/**
 * Cuts a template into its texts and what stands between them, without looking at what that means.
 *
 * @throws TemplateSyntaxError for a comment, raw block, tag or string that never ends
 * @example
 * templatePieces('Hi {{ name }}').map(({ kind, inside }) => [kind, inside]); // [['text', 'Hi '], ['print', 'name']]
 */
export function templatePieces(text: string, name = DEFAULT_NAME): readonly TemplatePiece[] {
  const source = new SourceText(name, text);
  const pieces: TemplatePiece[] = [];
  let at = 0;
  for (let next = findDelimiter(text, at); next !== undefined; next = findDelimiter(text, at)) {
    if (next.offset > at) pieces.push(textPiece(text.slice(at, next.offset)));
    const piece = readPiece(source, next);
    pieces.push(piece);
    at = next.offset + piece.source.length;
  }
  if (at < text.length) pieces.push(textPiece(text.slice(at)));
  return pieces;
}

function textPiece(source: string): TemplatePiece {
  return { kind: 'text', source, inside: source };
}

function readPiece(source: SourceText, { kind, offset, end }: Delimiter): TemplatePiece {
  const { text } = source;
  if (kind === 'raw') {
    const close = findRawClose(text, end);
    if (close === undefined) throw syntaxError(source, offset, 'Missing end of raw directive');
    const whole = text.slice(offset, close.end);
    return { kind, source: whole, inside: whole };
  }
  const close =
    kind === 'comment' ? commentClose(text, end) : new ExpressionLexer(source, end, kind, []).run();
  if (close === undefined) throw syntaxError(source, offset, `Missing end of ${kind} tag`);
  return {
    kind: kind === 'comment' ? kind : PIECES[kind],
    source: text.slice(offset, close.end),
    inside: trimOf(text.slice(end, close.offset)),
  };
}

const PIECES = { variable: 'print', block: 'tag' } as const;

function commentClose(
  text: string,
  from: number,
): { readonly offset: number; readonly end: number } | undefined {
  const at = text.indexOf('#}', from);
  if (at === -1) return undefined;
  const sign = at > from ? text.charAt(at - 1) : '';
  return { offset: sign === '-' || sign === '+' ? at - 1 : at, end: at + 2 };
}
