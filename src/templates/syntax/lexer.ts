import type { SourceText } from '../../base/text/source-text.js';
import { type Delimiter, findDelimiter } from './delimiter.js';
import { ExpressionLexer } from './expression-lexer.js';
import { findRawClose } from './raw-close.js';
import { syntaxError } from './syntax-error.js';
import type { Token } from './token.js';
import { skipSpace, trimEndOf } from './whitespace.js';

/** What the lexer does with the whitespace around tags. */
export interface WhitespaceOptions {
  /** Drop the first newline after a block tag or comment. */
  readonly trimBlocks: boolean;
  /** Drop spaces and tabs before a block tag or comment that begins its line. */
  readonly lstripBlocks: boolean;
}

/**
 * Cuts a template into tokens: text, and the tags between with the tokens of their expressions.
 * Whitespace control is done here, so that the parser sees only the text that is printed.
 *
 * @param source its text with newlines already normalised
 * @throws TemplateSyntaxError for a comment, raw block, tag or string that never ends
 */
export function tokenize(source: SourceText, options: WhitespaceOptions): Token[] {
  return new Lexer(source, options).run();
}

class Lexer {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #options: WhitespaceOptions;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** Whether what was read last ended a line, so that the next tag may begin one. */
  #atLineStart = true;

  constructor(source: SourceText, options: WhitespaceOptions) {
    this.#source = source;
    this.#text = source.text;
    this.#options = options;
  }

  run(): Token[] {
    for (;;) {
      const delimiter = findDelimiter(this.#text, this.#at);
      if (delimiter === undefined) break;
      this.#pushText(this.#textBefore(delimiter));
      this.#readTag(delimiter);
    }
    this.#pushText(this.#text.slice(this.#at));
    this.#push('end', '', this.#tokens.at(-1)?.offset ?? 0);
    return this.#tokens;
  }

  #readTag(delimiter: Delimiter): void {
    if (delimiter.kind === 'comment') this.#readComment(delimiter);
    else if (delimiter.kind === 'raw') this.#readRaw(delimiter);
    else this.#readExpressions(delimiter, delimiter.kind);
  }

  /** The text up to a tag, less what the tag's sign or `lstripBlocks` takes away. */
  #textBefore(delimiter: Delimiter): string {
    const text = this.#text.slice(this.#at, delimiter.offset);
    if (delimiter.sign === '-') return trimEndOf(text);
    const strips = this.#options.lstripBlocks && delimiter.sign === '' && delimiter.kind !== 'variable';
    return strips ? this.#withoutIndent(text, this.#atLineStart) : text;
  }

  #withoutIndent(text: string, atLineStart: boolean): string {
    const lineStart = text.lastIndexOf('\n') + 1;
    if (lineStart === 0 && !atLineStart) return text;
    return skipSpace(text, lineStart) === text.length ? text.slice(0, lineStart) : text;
  }

  #readComment(delimiter: Delimiter): void {
    const end = this.#text.indexOf('#}', delimiter.end);
    if (end === -1) throw syntaxError(this.#source, delimiter.offset, 'Missing end of comment tag');
    const sign = end > delimiter.end ? this.#text.charAt(end - 1) : '';
    this.#finishTag(end + 2, sign === '-' || sign === '+' ? sign : '', true);
  }

  #readRaw(delimiter: Delimiter): void {
    const start = delimiter.end;
    const close = findRawClose(this.#text, start);
    if (close === undefined)
      throw syntaxError(this.#source, delimiter.offset, 'Missing end of raw directive');
    this.#at = start;
    this.#pushText(this.#rawText(this.#text.slice(start, close.offset), this.#text.charAt(close.offset + 2)));
    this.#finishTag(close.end, close.sign, true);
  }

  #rawText(text: string, sign: string): string {
    if (sign === '-') return trimEndOf(text);
    return this.#options.lstripBlocks && sign !== '+' ? this.#withoutIndent(text, false) : text;
  }

  #readExpressions(delimiter: Delimiter, kind: 'block' | 'variable'): void {
    this.#push(`${kind}-begin`, '', delimiter.offset);
    const lexer = new ExpressionLexer(this.#source, delimiter.end, kind, this.#tokens);
    const close = lexer.run();
    if (close === undefined) {
      this.#at = this.#text.length;
      return;
    }
    this.#push(`${kind}-end`, '', close.offset);
    this.#finishTag(close.end, close.sign, kind === 'block');
  }

  /** Goes behind a tag, and over the whitespace that its closing sign or `trimBlocks` takes away. */
  #finishTag(end: number, sign: string, isBlock: boolean): void {
    this.#at = sign === '-' ? skipSpace(this.#text, end) : end;
    const trims = isBlock && this.#options.trimBlocks && sign === '';
    if (trims && this.#text.charAt(this.#at) === '\n') this.#at += 1;
    this.#atLineStart = this.#text.charAt(this.#at - 1) === '\n';
  }

  #pushText(text: string): void {
    if (text !== '') this.#push('text', text, this.#at);
  }

  #push(kind: Token['kind'], text: string, offset: number): void {
    this.#tokens.push({ kind, text, offset });
  }
}
