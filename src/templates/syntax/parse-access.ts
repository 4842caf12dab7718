import { parseArguments } from './parse-arguments.js';
import { parseSubscript } from './parse-subscript.js';
import type { Expression } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses the attributes, subscripts and calls behind a value. */
export function parseAccesses(stream: TokenStream, value: Expression): Expression {
  let expression = value;
  for (let length = 0; ; length += 1) {
    stream.checkChain(length);
    const next = parseAccess(stream, expression);
    if (next === undefined) return expression;
    expression = next;
  }
}

function parseAccess(stream: TokenStream, object: Expression): Expression | undefined {
  const { current } = stream;
  if (current.kind !== 'operator') return undefined;
  switch (current.text) {
    case '.':
    case '[':
      return parseSubscript(stream, object);
    case '(':
      return { kind: 'call', callee: object, arguments: parseArguments(stream), at: current.offset };
    default:
      return undefined;
  }
}
