import { parseTuple } from './parse-tuple.js';
import { STATEMENTS } from './statements.js';
import type { Body, Statement } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses text, prints and tags up to the tag that ends them. */
export class StatementParser {
  readonly stream: TokenStream;
  /** Names of the blocks seen so far: each may be defined once. */
  readonly blockNames = new Set<string>();
  /** The tags that are open, outermost first. */
  readonly #openTags: string[] = [];
  /** For each body being read, the tags that may end it. */
  readonly #awaited: (readonly string[])[] = [];

  constructor(stream: TokenStream) {
    this.stream = stream;
  }

  parseTemplate(): Body {
    const body = this.#parseStatements([]);
    if (!this.stream.isKind('end')) throw this.#unknownTag();
    return body;
  }

  /**
   * Parses the body of a tag, from the end of the tag up to the name of one that ends it. That name is
   * the current token afterwards.
   */
  parseBody(...endNames: string[]): Body {
    this.stream.expectKind('block-end');
    const body = this.stream.deeper(() => this.#parseStatements(endNames));
    if (this.stream.isKind('end')) throw this.#unexpectedEnd(endNames);
    return body;
  }

  /** Parses the body of a tag that only one tag ends, and takes that tag's name. */
  parseBodyThrough(endName: string): Body {
    const body = this.parseBody(endName);
    this.stream.next();
    return body;
  }

  #parseStatements(endNames: readonly string[]): Body {
    const { stream } = this;
    const body: Statement[] = [];
    this.#awaited.push(endNames);
    for (;;) {
      const { kind, text, offset: at } = stream.current;
      if (kind === 'end') break;
      stream.next();
      if (kind === 'text') body.push({ kind: 'text', text, at });
      else if (kind === 'variable-begin') body.push(this.#parsePrint(at));
      else if (stream.isName(...endNames)) break;
      else body.push(...this.#parseTag());
    }
    this.#awaited.pop();
    return body;
  }

  #parsePrint(tagAt: number): Statement {
    const { stream } = this;
    const at = stream.isKind('variable-end') ? tagAt : stream.current.offset;
    const value = parseTuple(stream, { parseItem: (items) => items.parseExpression() });
    stream.expectKind('variable-end');
    return { kind: 'print', value, at };
  }

  #parseTag(): readonly Statement[] {
    const { stream } = this;
    if (!stream.isKind('name')) throw stream.error('tag name expected');
    const parse = STATEMENTS.get(stream.current.text);
    if (parse === undefined) throw this.#unknownTag();
    const { text: name, offset: at } = stream.next();
    this.#openTags.push(name);
    const statements = parse(this, at);
    this.#openTags.pop();
    stream.expectKind('block-end');
    return statements;
  }

  #unknownTag(): Error {
    const name = this.stream.current.text;
    const awaited = this.#awaited.at(-1) ?? [];
    return this.stream.error(`Encountered unknown tag '${name}'.${this.#openTagHint(awaited, name)}`);
  }

  #unexpectedEnd(awaited: readonly string[]): Error {
    return this.stream.error(`Unexpected end of template.${this.#openTagHint(awaited)}`);
  }

  #openTagHint(awaited: readonly string[], found?: string): string {
    if (awaited.length === 0) return '';
    const names = awaited.map((name) => `'${name}'`).join(' or ');
    const wanted = ` Jinja was looking for the following tags: ${names}.`;
    const nested = found !== undefined && this.#awaited.some((names) => names.includes(found));
    const innermost = ` The innermost block that needs to be closed is '${this.#openTags.at(-1) ?? ''}'.`;
    return (nested ? ' You probably made a nesting mistake.' : '') + wanted + innermost;
  }
}
