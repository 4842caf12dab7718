import type { Value } from '../values/value.js';
import { floatValue, integerValue } from './number-literal.js';
import { parseTuple } from './parse-tuple.js';
import type { Expression } from './syntax-tree.js';
import { describeToken, type Token } from './token.js';
import type { TokenStream } from './token-stream.js';

const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);

/** Parses a value that stands alone: a name, a literal, or something in brackets. */
export function parsePrimary(stream: TokenStream): Expression {
  const token = stream.next();
  const at = token.offset;
  switch (token.kind) {
    case 'name':
      return CONSTANTS.has(token.text)
        ? { kind: 'literal', value: CONSTANTS.get(token.text), at }
        : { kind: 'name', name: token.text, at };
    case 'string':
      return { kind: 'literal', value: adjacentStrings(stream, token), at };
    case 'integer':
      return { kind: 'literal', value: integerValue(token.text), at };
    case 'float':
      return { kind: 'literal', value: floatValue(token.text), at };
    default:
      return parseBrackets(stream, token);
  }
}

/** Strings next to each other are one. */
function adjacentStrings(stream: TokenStream, first: Token): string {
  let text = first.text;
  while (stream.isKind('string')) text += stream.next().text;
  return text;
}

function parseBrackets(stream: TokenStream, open: Token): Expression {
  if (open.kind === 'operator') {
    if (open.text === '(') return parseParentheses(stream);
    if (open.text === '[') return { kind: 'list', items: parseItems(stream), at: open.offset };
    if (open.text === '{') return { kind: 'dict', entries: parseEntries(stream), at: open.offset };
  }
  throw stream.error(`unexpected '${describeToken(open)}'`, open.offset);
}

function parseParentheses(stream: TokenStream): Expression {
  const inside = parseTuple(stream, { parseItem: (items) => items.parseExpression(), mayBeEmpty: true });
  stream.expectOperator(')');
  return inside;
}

function parseItems(stream: TokenStream): Expression[] {
  const items: Expression[] = [];
  while (!stream.isOperator(']')) {
    if (items.length > 0) stream.expectOperator(',');
    if (stream.isOperator(']')) break;
    items.push(stream.parseExpression());
  }
  stream.expectOperator(']');
  return items;
}

function parseEntries(stream: TokenStream): [Expression, Expression][] {
  const entries: [Expression, Expression][] = [];
  while (!stream.isOperator('}')) {
    if (entries.length > 0) stream.expectOperator(',');
    if (stream.isOperator('}')) break;
    const key = stream.parseExpression();
    stream.expectOperator(':');
    entries.push([key, stream.parseExpression()]);
  }
  stream.expectOperator('}');
  return entries;
}
