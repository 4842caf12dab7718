/** The kinds of tokens that the lexer gives the parser. */
export type TokenKind =
  | 'text'
  | 'block-begin'
  | 'block-end'
  | 'variable-begin'
  | 'variable-end'
  | 'name'
  | 'integer'
  | 'float'
  | 'string'
  | 'operator'
  | 'end';

/** One token: `text` is what the parser compares, `offset` where it begins in the source. */
export interface Token {
  readonly kind: TokenKind;
  /** The text itself; for strings the content with its escapes read, for numbers the digits. */
  readonly text: string;
  readonly offset: number;
}

/** How messages name a token. */
export function describeToken(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'end of template';
    case 'block-begin':
      return 'begin of statement block';
    case 'block-end':
      return 'end of statement block';
    case 'variable-begin':
      return 'begin of print statement';
    case 'variable-end':
      return 'end of print statement';
    case 'text':
      return 'template data / text';
    case 'name':
    case 'operator':
      return token.text;
    default:
      return token.kind;
  }
}
