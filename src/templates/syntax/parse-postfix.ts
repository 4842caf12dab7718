import { parseAccesses } from './parse-access.js';
import { parseArguments } from './parse-arguments.js';
import { parseFilters } from './parse-filter.js';
import { parseTest } from './parse-test.js';
import type { Expression } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses what follows a value: attributes, subscripts, calls, then filters and tests. */
export function parsePostfix(
  stream: TokenStream,
  value: Expression,
  extent: 'with filters' | 'without filters' = 'with filters',
): Expression {
  const expression = parseAccesses(stream, value);
  return extent === 'with filters' ? parseFiltersAndTests(stream, expression) : expression;
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
