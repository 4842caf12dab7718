import { parseOperators } from './parse-operators.js';
import type { Expression } from './syntax-tree.js';
import type { Grammar, TokenStream } from './token-stream.js';

/** The grammar of expressions. */
export const GRAMMAR: Grammar = { expression: parseConditional, unconditional: parseOperators };

/** `a if b else c` and everything that binds tighter. */
function parseConditional(stream: TokenStream): Expression {
  let expression = parseOperators(stream);
  for (let length = 0; stream.isName('if'); length += 1) {
    stream.checkChain(length);
    const { offset: at } = stream.next();
    const condition = parseOperators(stream);
    const whenFalse = stream.acceptName('else') ? stream.parseExpression() : undefined;
    expression = { kind: 'conditional', condition, whenTrue: expression, whenFalse, at };
  }
  return expression;
}
