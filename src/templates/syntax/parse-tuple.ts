import type { Expression } from './syntax-tree.js';
import { describeToken } from './token.js';
import type { TokenStream } from './token-stream.js';

/** What may end a list of expressions without parentheses. */
export interface TupleRules {
  readonly parseItem: (stream: TokenStream) => Expression;
  /** A word that ends the tuple. */
  readonly endName?: string;
  /** Whether `()` may be empty. */
  readonly mayBeEmpty?: boolean;
}

/** Parses `a` as it is, and `a, b` or `a,` as a tuple. */
export function parseTuple(stream: TokenStream, rules: TupleRules): Expression {
  const at = stream.current.offset;
  const items: Expression[] = [];
  let isTuple = false;
  while (!endsTuple(stream, rules)) {
    items.push(rules.parseItem(stream));
    if (!stream.acceptOperator(',')) break;
    isTuple = true;
  }
  const only = items[0];
  if (only !== undefined && !isTuple) return only;
  if (only === undefined && rules.mayBeEmpty !== true) {
    throw stream.error(`Expected an expression, got '${describeToken(stream.current)}'`);
  }
  return { kind: 'tuple', items, at };
}

function endsTuple(stream: TokenStream, rules: TupleRules): boolean {
  if (stream.isKind('variable-end', 'block-end') || stream.isOperator(')')) return true;
  return rules.endName !== undefined && stream.isName(rules.endName);
}
