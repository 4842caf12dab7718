import { parseAccesses } from './parse-access.js';
import { NO_ARGUMENTS, parseArguments } from './parse-arguments.js';
import { parseDottedName } from './parse-filter.js';
import { parsePrimary } from './parse-primary.js';
import type { Arguments, Expression } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses a test behind its `is`: `not none`, `divisibleby 3`, `divisibleby(3)`. */
export function parseTest(stream: TokenStream, input: Expression, at: number): Expression {
  const negated = stream.acceptName('not');
  const name = parseDottedName(stream);
  const test: Expression = { kind: 'test', input, name, arguments: parseTestArguments(stream), at };
  return negated ? { kind: 'unary', operator: 'not', operand: test, at } : test;
}

function parseTestArguments(stream: TokenStream): Arguments {
  if (stream.isOperator('(')) return parseArguments(stream);
  if (!beginsArgument(stream)) return NO_ARGUMENTS;
  if (stream.isName('is')) throw stream.error('You cannot chain multiple tests with is');
  const argument = parseAccesses(stream, parsePrimary(stream));
  return { ...NO_ARGUMENTS, positional: [argument] };
}

/** One argument may follow a test without parentheses, unless the word goes on with the expression. */
function beginsArgument(stream: TokenStream): boolean {
  if (stream.isKind('name')) return !stream.isName('else', 'or', 'and');
  return stream.isKind('string', 'integer', 'float') || stream.isOperator('[') || stream.isOperator('{');
}
