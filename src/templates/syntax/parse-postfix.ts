import { parseArguments } from './parse-arguments.js';
import { parseFilters } from './parse-filter.js';
import { parseSubscript } from './parse-subscript.js';
import { parseTest } from './parse-test.js';
import type { Expression } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses what follows a value: attributes, subscripts, calls, then filters and tests. */
export function parsePostfix(
  stream: TokenStream,
  value: Expression,
  extent: 'with filters' | 'without filters' = 'with filters',
): Expression {
  let expression = value;
  for (let length = 0; ; length += 1) {
    stream.checkChain(length);
    const next = parseAccess(stream, expression);
    if (next === undefined) break;
    expression = next;
  }
  return extent === 'with filters' ? parseFiltersAndTests(stream, expression) : expression;
}

/** An attribute, subscript or call on a value, or undefined when none follows. */
export function parseAccess(stream: TokenStream, object: Expression): Expression | undefined {
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

function parseFiltersAndTests(stream: TokenStream, value: Expression): Expression {
  let expression = value;
  for (let length = 0; ; length += 1) {
    stream.checkChain(length);
    const { offset: at } = stream.current;
    if (stream.acceptOperator('|')) expression = parseFilters(stream, expression);
    else if (stream.acceptName('is')) expression = parseTest(stream, expression, at);
    else if (stream.isOperator('(')) {
      expression = { kind: 'call', callee: expression, arguments: parseArguments(stream), at };
    } else return expression;
  }
}
