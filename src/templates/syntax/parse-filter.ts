import { NO_ARGUMENTS, parseArguments } from './parse-arguments.js';
import type { Expression, FilterUse } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/**
 * Parses filters from the first one's name on: `upper|replace('a', 'b')`.
 *
 * @param input what the first filter applies to; undefined for the body of a block
 */
export function parseFilters(stream: TokenStream, input: Expression | undefined): FilterUse {
  let filter = parseFilter(stream, input);
  for (let length = 0; stream.acceptOperator('|'); length += 1) {
    stream.checkChain(length);
    filter = parseFilter(stream, filter);
  }
  return filter;
}

function parseFilter(stream: TokenStream, input: Expression | undefined): FilterUse {
  const at = stream.current.offset;
  const name = parseDottedName(stream);
  const callArguments = stream.isOperator('(') ? parseArguments(stream) : NO_ARGUMENTS;
  return { kind: 'filter', input, name, arguments: callArguments, at };
}

/** The name of a filter or test, which may hold points. */
export function parseDottedName(stream: TokenStream): string {
  let name = stream.expectAnyName().text;
  while (stream.acceptOperator('.')) name += `.${stream.expectAnyName().text}`;
  return name;
}
