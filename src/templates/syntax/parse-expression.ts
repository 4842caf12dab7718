import { parseOperators } from './parse-operators.js';
import type { Expression } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses an expression: `a if b else c` and everything that binds tighter. */
export function parseExpression(stream: TokenStream): Expression {
  return stream.deeper(() => parseConditional(stream));
}

/** Parses an expression in a place where a bare `if` means something else (`for x in xs if …`). */
export function parseUnconditional(stream: TokenStream): Expression {
  return stream.deeper(() => parseOperators(stream));
}

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
    throw stream.error(`Expected an expression, got '${stream.current.text || 'end of tag'}'`);
  }
  return { kind: 'tuple', items, at };
}

function endsTuple(stream: TokenStream, rules: TupleRules): boolean {
  if (stream.isKind('variable-end', 'block-end') || stream.isOperator(')')) return true;
  return rules.endName !== undefined && stream.isName(rules.endName);
}

function parseConditional(stream: TokenStream): Expression {
  let expression = parseOperators(stream);
  for (let length = 0; stream.isName('if'); length += 1) {
    stream.checkChain(length);
    const { offset: at } = stream.next();
    const condition = parseOperators(stream);
    const whenFalse = stream.acceptName('else') ? parseExpression(stream) : undefined;
    expression = { kind: 'conditional', condition, whenTrue: expression, whenFalse, at };
  }
  return expression;
}
