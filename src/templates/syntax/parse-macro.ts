import { parseNameTarget } from './parse-target.js';
import type { StatementParser } from './statement-parser.js';
import type { Parameter, Statement } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses `macro name(parameters) … endmacro`. */
export function parseMacro(parser: StatementParser, at: number): readonly Statement[] {
  const { name } = parseNameTarget(parser.stream);
  const parameters = parseParameters(parser.stream);
  return [{ kind: 'macro', name, parameters, body: parser.parseBodyThrough('endmacro'), at }];
}

/** Parses `call(parameters) macro(…) … endcall`. */
export function parseCallBlock(parser: StatementParser, at: number): readonly Statement[] {
  const { stream } = parser;
  const parameters = stream.isOperator('(') ? parseParameters(stream) : [];
  const call = stream.parseExpression();
  if (call.kind !== 'call') throw stream.error('expected call', at);
  return [{ kind: 'call-block', call, parameters, body: parser.parseBodyThrough('endcall'), at }];
}

function parseParameters(stream: TokenStream): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let hasStandard = false;
  stream.expectOperator('(');
  while (!stream.isOperator(')')) {
    if (parameters.length > 0) stream.expectOperator(',');
    const { name, at } = parseNameTarget(stream);
    const standard = stream.acceptOperator('=') ? stream.parseExpression() : undefined;
    if (standard === undefined && hasStandard) {
      throw stream.error('non-default argument follows default argument', at);
    }
    hasStandard ||= standard !== undefined;
    parameters.push({ name, standard, at });
  }
  stream.expectOperator(')');
  return parameters;
}
