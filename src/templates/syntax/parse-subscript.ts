import { integerValue } from './number-literal.js';
import type { Expression } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses `.name`, `.0`, `[key]`, `[1:2]` or `[a, b]` behind an object. */
export function parseSubscript(stream: TokenStream, object: Expression): Expression {
  const { text, offset: at } = stream.next();
  return text === '.' ? parseDotted(stream, object, at) : parseBracketed(stream, object, at);
}

function parseDotted(stream: TokenStream, object: Expression, at: number): Expression {
  const token = stream.next();
  if (token.kind === 'name') return { kind: 'attribute', object, name: token.text, at };
  if (token.kind !== 'integer') throw stream.error('expected name or number', token.offset);
  const key: Expression = { kind: 'literal', value: integerValue(token.text), at: token.offset };
  return { kind: 'subscript', object, key, at };
}

function parseBracketed(stream: TokenStream, object: Expression, at: number): Expression {
  const keys: Expression[] = [];
  while (!stream.isOperator(']')) {
    if (keys.length > 0) stream.expectOperator(',');
    keys.push(parseKey(stream));
  }
  stream.expectOperator(']');
  const [only] = keys;
  const key: Expression = only !== undefined && keys.length === 1 ? only : { kind: 'tuple', items: keys, at };
  return { kind: 'subscript', object, key, at };
}

function parseKey(stream: TokenStream): Expression {
  const at = stream.current.offset;
  const start = stream.isOperator(':') ? undefined : stream.parseExpression();
  if (start !== undefined && !stream.isOperator(':')) return start;
  stream.expectOperator(':');
  const stop = parseSlicePart(stream);
  const step = stream.acceptOperator(':') ? parseSlicePart(stream) : undefined;
  return { kind: 'slice', start, stop, step, at };
}

function parseSlicePart(stream: TokenStream): Expression | undefined {
  const isLeftOut = stream.isOperator(':') || stream.isOperator(']') || stream.isOperator(',');
  return isLeftOut ? undefined : stream.parseExpression();
}
