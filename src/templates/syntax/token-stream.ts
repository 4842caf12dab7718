import type { SourceText } from '../../base/text/source-text.js';
import { LimitError, placeOf, type TemplateSyntaxError } from '../errors.js';
import { syntaxError } from './syntax-error.js';
import type { Expression } from './syntax-tree.js';
import { describeToken, type Token, type TokenKind } from './token.js';

/** How deep expressions and statements may stand inside each other. */
const DEEPEST = 120;
/** How many operators, filters or attributes may follow each other on one value. */
const LONGEST_CHAIN = 400;

/** How expressions are parsed. The stream carries it, because expressions stand inside each other. */
export interface Grammar {
  readonly expression: (stream: TokenStream) => Expression;
  readonly unconditional: (stream: TokenStream) => Expression;
}

/** The parser's view of the tokens: the current one, what is expected, and how deep it is. */
export class TokenStream {
  readonly source: SourceText;
  readonly #grammar: Grammar;
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #index = 0;
  #depth = 0;

  constructor(source: SourceText, tokens: readonly Token[], grammar: Grammar) {
    this.source = source;
    this.#grammar = grammar;
    this.#tokens = tokens;
    this.#end = { kind: 'end', text: '', offset: tokens.at(-1)?.offset ?? 0 };
  }

  get current(): Token {
    return this.#tokens[this.#index] ?? this.#end;
  }

  get following(): Token {
    return this.#tokens[this.#index + 1] ?? this.#end;
  }

  /** Parses an expression from the current token on. */
  parseExpression(): Expression {
    return this.deeper(() => this.#grammar.expression(this));
  }

  /** Parses an expression in a place where a bare `if` means something else (`for x in xs if …`). */
  parseUnconditional(): Expression {
    return this.deeper(() => this.#grammar.unconditional(this));
  }

  /** Takes the current token. */
  next(): Token {
    const token = this.current;
    this.#index += 1;
    return token;
  }

  isOperator(text: string): boolean {
    return this.current.kind === 'operator' && this.current.text === text;
  }

  /** Whether the current token is one of these words. */
  isName(...names: string[]): boolean {
    return this.current.kind === 'name' && names.includes(this.current.text);
  }

  isKind(...kinds: TokenKind[]): boolean {
    return kinds.includes(this.current.kind);
  }

  /** Takes the current token if it is this operator. */
  acceptOperator(text: string): boolean {
    return this.#take(this.isOperator(text));
  }

  /** Takes the current token if it is this word. */
  acceptName(name: string): boolean {
    return this.#take(this.isName(name));
  }

  expectOperator(text: string): Token {
    if (!this.isOperator(text)) throw this.#expected(text);
    return this.next();
  }

  expectName(name: string): Token {
    if (!this.isName(name)) throw this.#expected(name);
    return this.next();
  }

  /** Takes a word, whichever it is. */
  expectAnyName(): Token {
    if (!this.isKind('name')) throw this.#expected('name');
    return this.next();
  }

  expectKind(kind: TokenKind): Token {
    if (!this.isKind(kind)) throw this.#expected(describeToken({ kind, text: '', offset: 0 }));
    return this.next();
  }

  /** The error for a mistake at an offset, by default at the current token. */
  error(message: string, offset = this.current.offset, hint?: string): TemplateSyntaxError {
    return syntaxError(this.source, offset, message, { hint });
  }

  /** Runs a step of the parser one level deeper, so that no template can exhaust the stack. */
  deeper<T>(step: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#tooDeep(`The template nests more than ${DEEPEST} levels deep.`);
    const result = step();
    this.#depth -= 1;
    return result;
  }

  /** Refuses chains of operators that would nest as deeply as they are long. */
  checkChain(length: number): void {
    if (length > LONGEST_CHAIN)
      throw this.#tooDeep(`An expression chains more than ${LONGEST_CHAIN} operations.`);
  }

  #take(matches: boolean): boolean {
    if (matches) this.#index += 1;
    return matches;
  }

  #expected(wanted: string): TemplateSyntaxError {
    if (this.isKind('end')) return this.error(`unexpected end of template, expected '${wanted}'.`);
    return this.error(`expected token '${wanted}', got '${describeToken(this.current)}'`);
  }

  #tooDeep(message: string): LimitError {
    return new LimitError(message, placeOf(this.source, this.current.offset), 'depth');
  }
}
