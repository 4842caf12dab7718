import { parseNameTarget } from './parse-target.js';
import type { StatementParser } from './statement-parser.js';
import type { Body, Statement } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';
import { trimOf } from './whitespace.js';

/** Parses `extends template`. */
export function parseExtends({ stream }: StatementParser, at: number): readonly Statement[] {
  return [{ kind: 'extends', template: stream.parseExpression(), at }];
}

/** Parses `block name scoped required … endblock name`. */
export function parseBlock(parser: StatementParser, at: number): readonly Statement[] {
  const { stream } = parser;
  const name = stream.expectAnyName().text;
  if (parser.blockNames.has(name)) throw stream.error(`block '${name}' defined twice`, at);
  parser.blockNames.add(name);
  const scoped = stream.acceptName('scoped');
  const required = stream.acceptName('required');
  if (stream.isOperator('-')) {
    throw stream.error(
      'Block names must be identifiers and may not contain hyphens; use an underscore instead.',
    );
  }
  const body = parser.parseBodyThrough('endblock');
  if (required && !isBlank(body)) {
    throw stream.error('Required blocks can only contain comments or whitespace', at);
  }
  stream.acceptName(name);
  return [{ kind: 'block', name, scoped, required, body, at }];
}

/** Parses `include template ignore missing with context`. */
export function parseInclude({ stream }: StatementParser, at: number): readonly Statement[] {
  const template = stream.parseExpression();
  const ignoreMissing = acceptWords(stream, 'ignore', 'missing');
  const withContext = acceptContext(stream) ?? true;
  return [{ kind: 'include', template, ignoreMissing, withContext, at }];
}

/** Parses `import template as name`. */
export function parseImport({ stream }: StatementParser, at: number): readonly Statement[] {
  const template = stream.parseExpression();
  stream.expectName('as');
  const { name } = parseNameTarget(stream);
  const withContext = acceptContext(stream) ?? false;
  return [{ kind: 'import', template, name, withContext, at }];
}

/** Parses `from template import name, name as alias`. */
export function parseFromImport({ stream }: StatementParser, at: number): readonly Statement[] {
  const template = stream.parseExpression();
  stream.expectName('import');
  const names: { name: string; alias: string }[] = [];
  let withContext = acceptContext(stream);
  while (withContext === undefined && stream.isKind('name')) {
    names.push(parseImportedName(stream));
    withContext = acceptContext(stream);
    if (withContext !== undefined || !stream.acceptOperator(',')) break;
    withContext = acceptContext(stream);
    if (withContext === undefined && !stream.isKind('name')) stream.expectAnyName();
  }
  if (names.length === 0) stream.expectAnyName();
  return [{ kind: 'from-import', template, names, withContext: withContext ?? false, at }];
}

function parseImportedName(stream: TokenStream): { name: string; alias: string } {
  const { name, at } = parseNameTarget(stream);
  if (name.startsWith('_')) {
    throw stream.error('names starting with an underline can not be imported', at);
  }
  return { name, alias: stream.acceptName('as') ? parseNameTarget(stream).name : name };
}

/** Takes `with context` or `without context`; undefined when neither follows. */
function acceptContext(stream: TokenStream): boolean | undefined {
  if (acceptWords(stream, 'with', 'context')) return true;
  return acceptWords(stream, 'without', 'context') ? false : undefined;
}

function acceptWords(stream: TokenStream, first: string, second: string): boolean {
  const { following } = stream;
  if (!stream.isName(first) || following.kind !== 'name' || following.text !== second) return false;
  stream.next();
  stream.next();
  return true;
}

function isBlank(body: Body): boolean {
  return body.every((statement) => statement.kind === 'text' && trimOf(statement.text) === '');
}
