import type { Arguments, Expression, NamedArgument } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** No parentheses, or nothing between them. */
export const NO_ARGUMENTS: Arguments = {
  positional: [],
  named: [],
  spread: undefined,
  namedSpread: undefined,
};

/** Parses `(a, b, c=d, *e, **f)`. */
export function parseArguments(stream: TokenStream): Arguments {
  const open = stream.expectOperator('(');
  const list = new ArgumentList(stream, open.offset);
  while (!stream.isOperator(')')) {
    if (list.isStarted) {
      stream.expectOperator(',');
      if (stream.isOperator(')')) break;
    }
    list.parseNext();
  }
  stream.expectOperator(')');
  return list;
}

/** The arguments read so far; their kinds must come in Python's order. */
class ArgumentList implements Arguments {
  readonly positional: Expression[] = [];
  readonly named: NamedArgument[] = [];
  spread: Expression | undefined;
  namedSpread: Expression | undefined;
  isStarted = false;
  readonly #stream: TokenStream;
  readonly #at: number;

  constructor(stream: TokenStream, at: number) {
    this.#stream = stream;
    this.#at = at;
  }

  parseNext(): void {
    const stream = this.#stream;
    this.isStarted = true;
    if (stream.acceptOperator('**')) {
      this.#require(this.namedSpread === undefined);
      this.namedSpread = stream.parseExpression();
    } else if (stream.acceptOperator('*')) {
      this.#require(this.spread === undefined && this.namedSpread === undefined);
      this.spread = stream.parseExpression();
    } else if (isNamed(stream)) {
      this.#require(this.namedSpread === undefined);
      this.#addNamed(parseNamed(stream));
    } else {
      this.#require(!this.spread && !this.namedSpread && this.named.length === 0);
      this.positional.push(stream.parseExpression());
    }
  }

  #addNamed(argument: NamedArgument): void {
    if (this.named.some(({ name }) => name === argument.name)) {
      throw this.#stream.error(`keyword argument repeated: ${argument.name}`, argument.at);
    }
    this.named.push(argument);
  }

  #require(inOrder: boolean): void {
    if (!inOrder) throw this.#stream.error('invalid syntax for function call expression', this.#at);
  }
}

function isNamed(stream: TokenStream): boolean {
  const { following } = stream;
  return stream.isKind('name') && following.kind === 'operator' && following.text === '=';
}

function parseNamed(stream: TokenStream): NamedArgument {
  const { text: name, offset: at } = stream.next();
  stream.next();
  return { name, value: stream.parseExpression(), at };
}
