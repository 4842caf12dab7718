import type { SourceText } from '../../base/text/source-text.js';
import { lazyPattern } from '../lazy-pattern.js';
import { matchNumber } from './number-literal.js';
import { readString } from './string-literal.js';
import { syntaxError } from './syntax-error.js';
import type { Token, TokenKind } from './token.js';
import { skipSpace } from './whitespace.js';

/** Where a tag closes: its whitespace sign, and the offset behind it. */
export interface TagClose {
  readonly offset: number;
  readonly sign: string;
  readonly end: number;
}

const OPERATORS_OF_TWO = new Set(['//', '**', '==', '!=', '>=', '<=']);
const OPERATORS_OF_ONE = new Set('+-/*%~[](){}><=.:|,;');
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const ASCII_NAME = /[A-Za-z_]\w*/y;
const NAME = lazyPattern('[\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}]+', 'uy');
const NAME_START = lazyPattern('^[\\p{L}\\p{Nl}_]', 'u');

/** Reads the tokens inside one tag, up to and without its closing delimiter. */
export class ExpressionLexer {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #close: string;
  readonly #tokens: Token[];
  readonly #open: string[] = [];
  #at: number;

  constructor(source: SourceText, start: number, kind: 'block' | 'variable', tokens: Token[]) {
    this.#source = source;
    this.#text = source.text;
    this.#at = start;
    this.#close = kind === 'block' ? '%}' : '}}';
    this.#tokens = tokens;
  }

  /** Reads up to the tag's end; undefined when the template ends first. */
  run(): TagClose | undefined {
    for (;;) {
      this.#at = skipSpace(this.#text, this.#at);
      if (this.#at >= this.#text.length) return undefined;
      const close = this.#open.length === 0 ? this.#tagClose() : undefined;
      if (close !== undefined) return close;
      this.#readToken();
    }
  }

  #tagClose(): TagClose | undefined {
    const sign = this.#text.charAt(this.#at);
    const signed = sign === '-' || (sign === '+' && this.#close === '%}');
    const offset = signed ? this.#at + 1 : this.#at;
    if (!this.#text.startsWith(this.#close, offset)) return undefined;
    return { offset: this.#at, sign: signed ? sign : '', end: offset + this.#close.length };
  }

  #readToken(): void {
    const character = this.#text.charAt(this.#at);
    const number = matchNumber(this.#text, this.#at);
    const name = number === undefined ? this.#matchName(character) : undefined;
    if (number !== undefined) this.#push(number.kind, number.digits, number.end);
    else if (name !== undefined) this.#readName(name);
    else if (character === '"' || character === "'") this.#readString();
    else this.#readOperator(character);
  }

  /** The name at the current place; most are plain ASCII, which is quicker to match. */
  #matchName(first: string): string | undefined {
    ASCII_NAME.lastIndex = this.#at;
    const ascii = ASCII_NAME.exec(this.#text)?.[0];
    if (ascii !== undefined && this.#text.charAt(this.#at + ascii.length) < '\u0080') return ascii;
    if (ascii === undefined && first < '\u0080') return undefined;
    const pattern = NAME();
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #readName(name: string): void {
    if (!NAME_START().test(name)) {
      throw syntaxError(this.#source, this.#at, 'Invalid character in identifier');
    }
    this.#push('name', name.normalize('NFKC'), this.#at + name.length);
  }

  #readString(): void {
    const literal = readString(this.#text, this.#at);
    if (literal === undefined) {
      const quote = this.#text.charAt(this.#at);
      throw syntaxError(
        this.#source,
        this.#at,
        `unexpected char ${quote === "'" ? `"'"` : `'"'`} at ${this.#at}`,
        {
          hint: 'The string is never closed.',
        },
      );
    }
    if (literal.problem !== undefined) throw syntaxError(this.#source, this.#at, literal.problem);
    this.#push('string', literal.content, literal.end);
  }

  #readOperator(character: string): void {
    const two = this.#text.slice(this.#at, this.#at + 2);
    if (OPERATORS_OF_TWO.has(two)) this.#push('operator', two, this.#at + 2);
    else if (OPERATORS_OF_ONE.has(character)) {
      this.#balance(character);
      this.#push('operator', character, this.#at + 1);
    } else {
      const shown = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
      throw syntaxError(this.#source, this.#at, `unexpected char '${shown}' at ${this.#at}`);
    }
  }

  /** Brackets must pair, and while one is open `}}` and `%}` do not close the tag. */
  #balance(character: string): void {
    const closer = CLOSERS[character];
    if (closer !== undefined) {
      this.#open.push(closer);
      return;
    }
    if (character !== ')' && character !== ']' && character !== '}') return;
    const expected = this.#open.pop();
    if (expected === character) return;
    const wanted = expected === undefined ? '' : `, expected '${expected}'`;
    throw syntaxError(this.#source, this.#at, `unexpected '${character}'${wanted}`);
  }

  #push(kind: TokenKind, text: string, end: number): void {
    this.#tokens.push({ kind, text, offset: this.#at });
    this.#at = end;
  }
}
