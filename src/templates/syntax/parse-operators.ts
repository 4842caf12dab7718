import { parsePostfix } from './parse-postfix.js';
import { parsePrimary } from './parse-primary.js';
import type { BinaryOperator, ComparisonOperator, Expression, Logical } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses everything that binds tighter than `if`: from `or` down to unary signs. */
export function parseOperators(stream: TokenStream): Expression {
  return parseLogical(stream, 'or', () => parseLogical(stream, 'and', () => parseNot(stream)));
}

function parseLogical(
  stream: TokenStream,
  operator: Logical['operator'],
  next: () => Expression,
): Expression {
  let left = next();
  for (let length = 0; stream.isName(operator); length += 1) {
    stream.checkChain(length);
    const { offset: at } = stream.next();
    left = { kind: 'logical', operator, left, right: next(), at };
  }
  return left;
}

function parseNot(stream: TokenStream): Expression {
  if (!stream.isName('not')) return parseComparison(stream);
  const { offset: at } = stream.next();
  return { kind: 'unary', operator: 'not', operand: stream.deeper(() => parseNot(stream)), at };
}

function parseComparison(stream: TokenStream): Expression {
  const at = stream.current.offset;
  const first = parseSum(stream);
  const rest = [];
  for (;;) {
    const operator = acceptComparison(stream);
    if (operator === undefined) break;
    rest.push({ operator, operand: parseSum(stream) });
  }
  return rest.length === 0 ? first : { kind: 'comparison', first, rest, at };
}

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function acceptComparison(stream: TokenStream): ComparisonOperator | undefined {
  const { kind, text } = stream.current;
  const operator = kind === 'operator' ? COMPARISONS[text] : undefined;
  if (operator !== undefined) {
    stream.next();
    return operator;
  }
  if (stream.acceptName('in')) return 'in';
  const isNotIn = stream.isName('not') && stream.following.kind === 'name' && stream.following.text === 'in';
  if (!isNotIn) return undefined;
  stream.next();
  stream.next();
  return 'not in';
}

function parseSum(stream: TokenStream): Expression {
  return parseBinary(stream, SUMS, () => parseJoin(stream));
}

/** `~` stands between sums and products. */
function parseJoin(stream: TokenStream): Expression {
  const at = stream.current.offset;
  const first = parseProduct(stream);
  if (!stream.isOperator('~')) return first;
  const parts = [first];
  while (stream.acceptOperator('~')) parts.push(parseProduct(stream));
  return { kind: 'join', parts, at };
}

function parseProduct(stream: TokenStream): Expression {
  return parseBinary(stream, PRODUCTS, () => parseBinary(stream, POWERS, () => parseUnary(stream)));
}

const SUMS: Readonly<Record<string, BinaryOperator>> = { '+': '+', '-': '-' };
const PRODUCTS: Readonly<Record<string, BinaryOperator>> = { '*': '*', '/': '/', '//': '//', '%': '%' };
const POWERS: Readonly<Record<string, BinaryOperator>> = { '**': '**' };

/** A level of left-associative operators; Jinja's `**` is one of them, unlike Python's. */
function parseBinary(
  stream: TokenStream,
  operators: Readonly<Record<string, BinaryOperator>>,
  next: () => Expression,
): Expression {
  let left = next();
  for (let length = 0; stream.current.kind === 'operator'; length += 1) {
    const operator = operators[stream.current.text];
    if (operator === undefined) break;
    stream.checkChain(length);
    const { offset: at } = stream.next();
    left = { kind: 'binary', operator, left, right: next(), at };
  }
  return left;
}

/** A sign binds tighter than the filters behind it: `-1|abs` is 1. */
function parseUnary(stream: TokenStream): Expression {
  return parsePostfix(stream, parseSigned(stream));
}

function parseSigned(stream: TokenStream): Expression {
  const sign = stream.isOperator('-') ? '-' : '+';
  if (!stream.isOperator(sign)) return parsePrimary(stream);
  const { offset: at } = stream.next();
  const operand = stream.deeper(() => parsePostfix(stream, parseSigned(stream), 'without filters'));
  return { kind: 'unary', operator: sign, operand, at };
}
