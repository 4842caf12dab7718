import { parseBlock, parseExtends, parseFromImport, parseImport, parseInclude } from './parse-composition.js';
import { parseFilters } from './parse-filter.js';
import { parseFor, parseIf } from './parse-flow.js';
import { parseCallBlock, parseMacro } from './parse-macro.js';
import { parseSetTarget, parseTarget } from './parse-target.js';
import { parseTuple } from './parse-tuple.js';
import type { StatementParser } from './statement-parser.js';
import type { Expression, FilterUse, Statement, Target } from './syntax-tree.js';

/**
 * Parses one kind of tag: called with the tag's name taken and its offset, returns with the tag's end
 * (the end of the closing tag, where there is one) as the current token.
 */
export type ParseStatement = (parser: StatementParser, at: number) => readonly Statement[];

/** Every tag of the language, by its name. */
export const STATEMENTS: ReadonlyMap<string, ParseStatement> = new Map<string, ParseStatement>([
  ['if', parseIf],
  ['for', parseFor],
  ['break', (_parser, at) => [{ kind: 'break', at }]],
  ['continue', (_parser, at) => [{ kind: 'continue', at }]],
  ['set', parseSet],
  ['with', parseWith],
  ['do', parseDo],
  ['print', parsePrintTag],
  ['filter', parseFilterBlock],
  ['autoescape', parseAutoescape],
  ['macro', parseMacro],
  ['call', parseCallBlock],
  ['block', parseBlock],
  ['extends', parseExtends],
  ['include', parseInclude],
  ['import', parseImport],
  ['from', parseFromImport],
]);

function parseSet(parser: StatementParser, at: number): readonly Statement[] {
  const { stream } = parser;
  const target = parseSetTarget(stream);
  if (stream.acceptOperator('=')) {
    return [
      {
        kind: 'set',
        target,
        value: parseTuple(stream, { parseItem: (items) => items.parseExpression() }),
        at,
      },
    ];
  }
  const filter: FilterUse | undefined = stream.acceptOperator('|')
    ? parseFilters(stream, undefined)
    : undefined;
  return [{ kind: 'set-block', target, filter, body: parser.parseBodyThrough('endset'), at }];
}

function parseWith(parser: StatementParser, at: number): readonly Statement[] {
  const { stream } = parser;
  const assignments: { target: Target; value: Expression }[] = [];
  while (!stream.isKind('block-end')) {
    if (assignments.length > 0) stream.expectOperator(',');
    const target = parseTarget(stream);
    stream.expectOperator('=');
    assignments.push({ target, value: stream.parseExpression() });
  }
  return [{ kind: 'with', assignments, body: parser.parseBodyThrough('endwith'), at }];
}

function parseDo({ stream }: StatementParser, at: number): readonly Statement[] {
  return [
    { kind: 'do', expression: parseTuple(stream, { parseItem: (items) => items.parseExpression() }), at },
  ];
}

function parsePrintTag({ stream }: StatementParser, at: number): readonly Statement[] {
  const prints: Statement[] = [];
  while (!stream.isKind('block-end')) {
    if (prints.length > 0) stream.expectOperator(',');
    prints.push({ kind: 'print', value: stream.parseExpression(), at });
  }
  return prints;
}

function parseFilterBlock(parser: StatementParser, at: number): readonly Statement[] {
  const filter = parseFilters(parser.stream, undefined);
  return [{ kind: 'filter-block', filter, body: parser.parseBodyThrough('endfilter'), at }];
}

function parseAutoescape(parser: StatementParser, at: number): readonly Statement[] {
  const enabled = parser.stream.parseExpression();
  return [{ kind: 'autoescape', enabled, body: parser.parseBodyThrough('endautoescape'), at }];
}
