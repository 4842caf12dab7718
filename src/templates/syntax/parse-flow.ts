import { parseTarget } from './parse-target.js';
import { parseTuple } from './parse-tuple.js';
import type { StatementParser } from './statement-parser.js';
import type { Body, Expression, Statement } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses `if … elif … else … endif`. */
export function parseIf(parser: StatementParser, at: number): readonly Statement[] {
  const { stream } = parser;
  const branches: { condition: Expression; body: Body }[] = [];
  let otherwise: Body = [];
  for (;;) {
    const condition = parseCondition(stream);
    branches.push({ condition, body: parser.parseBody('elif', 'else', 'endif') });
    const { text: end } = stream.next();
    if (end === 'elif') continue;
    if (end === 'else') otherwise = parser.parseBodyThrough('endif');
    return [{ kind: 'if', branches, otherwise, at }];
  }
}

/** Parses `for … in … if … recursive`, its body and its `else`. */
export function parseFor(parser: StatementParser, at: number): readonly Statement[] {
  const { stream } = parser;
  const target = parseTarget(stream, 'in');
  stream.expectName('in');
  const items = parseTuple(stream, {
    parseItem: (items) => items.parseUnconditional(),
    endName: 'recursive',
  });
  const condition = stream.acceptName('if') ? stream.parseExpression() : undefined;
  const recursive = stream.acceptName('recursive');
  const body = parser.parseBody('endfor', 'else');
  const otherwise = stream.next().text === 'else' ? parser.parseBodyThrough('endfor') : [];
  return [{ kind: 'for', target, items, condition, recursive, body, otherwise, at }];
}

function parseCondition(stream: TokenStream): Expression {
  return parseTuple(stream, { parseItem: (items) => items.parseUnconditional() });
}
