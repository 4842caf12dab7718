import { isVariableName } from './names.js';
import { DEEPEST_NODE, type NamePath, type TemplateNode } from './node.js';
import { type JinjaToken, jinjaTokens } from './tokens.js';

/** A template says something that other template languages have no word for. */
export class BeyondNodesError extends Error {
  readonly line: number;

  /** @param reason a clause, such as "the filter in {{ name|upper }}" */
  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

/**
 * Reads a Jinja2 template as nodes: texts, values by their names, conditions on a value, loops over a list,
 * includes and comments. Texts are as they are rendered.
 *
 * @throws BeyondNodesError at anything else
 */
export function readJinja(template: string): readonly TemplateNode[] {
  const source = renderedSource(template);
  const tokens = jinjaTokens(source);
  if (tokens === null) throw new BeyondNodesError('a tag that is never closed', 1);
  const open: OpenBlock[] = [{ kind: 'template', line: 1, body: [], otherwise: null }];
  for (const token of tokens) takeToken(open, token);
  const [root, unclosed] = open;
  if (unclosed !== undefined) throw new BeyondNodesError('a block that is never closed', unclosed.line);
  return root?.body ?? [];
}

/** The text that Jinja2 works with: one kind of line end, and none at the end. */
export function renderedSource(template: string): string {
  const source = template.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return source.endsWith('\n') ? source.slice(0, -1) : source;
}

interface OpenBlock {
  readonly kind: 'template' | 'if' | 'elif' | 'for';
  readonly line: number;
  readonly path?: NamePath;
  readonly when?: 'true' | 'false';
  readonly item?: string;
  readonly body: TemplateNode[];
  otherwise: TemplateNode[] | null;
}

function takeToken(open: OpenBlock[], token: JinjaToken): void {
  const { kind, content, line } = token;
  if (kind === 'text') addNode(open, { kind: 'text', text: content });
  else if (kind === 'comment') addNode(open, { kind: 'comment', text: content, line });
  else if (kind === 'output') addNode(open, outputNode(content, line));
  else takeTag(open, content, line);
}

function outputNode(content: string, line: number): TemplateNode {
  const constant = stringConstant(content);
  if (constant !== null) return { kind: 'text', text: constant };
  return { kind: 'output', path: pathOf(content, line), line };
}

function takeTag(open: OpenBlock[], content: string, line: number): void {
  const [word = ''] = content.split(/\s/, 1);
  const rest = content.slice(word.length).trim();
  if (word === 'if') openBlock(open, { kind: 'if', line, ...testOf(rest, line), body: [], otherwise: null });
  else if (word === 'for') openBlock(open, loopBlock(rest, line));
  else if (word === 'elif') openElif(open, rest, line);
  else if (word === 'else' && rest === '') openElse(open, line);
  else if ((word === 'endif' || word === 'endfor') && rest === '') closeBlock(open, word, line);
  else if (word === 'include') addNode(open, includeNode(rest, line));
  else throw new BeyondNodesError(`the tag {% ${content} %}`, line);
}

function loopBlock(rest: string, line: number): OpenBlock {
  const [item = '', word, list = '', ...more] = rest.split(/\s+/);
  if (word !== 'in' || more.length > 0 || !isVariableName(item))
    throw new BeyondNodesError(`the loop {% for ${rest} %}`, line);
  return { kind: 'for', line, item, path: pathOf(list, line), body: [], otherwise: null };
}

function testOf(test: string, line: number): { path: NamePath; when: 'true' | 'false' } {
  const negated = /^not\s+/.exec(test);
  if (negated === null) return { path: pathOf(test, line), when: 'true' };
  return { path: pathOf(test.slice(negated[0].length), line), when: 'false' };
}

function includeNode(rest: string, line: number): TemplateNode {
  const name = stringConstant(rest);
  if (name === null) throw new BeyondNodesError(`the tag {% include ${rest} %}`, line);
  return { kind: 'include', name, line };
}

function openBlock(open: OpenBlock[], block: OpenBlock): void {
  if (open.length > DEEPEST_NODE)
    throw new BeyondNodesError('blocks that lie so deep in each other', block.line);
  open.push(block);
}

/** `elif` is an `if` in the other branch, which the same `endif` closes. */
function openElif(open: OpenBlock[], test: string, line: number): void {
  openElse(open, line);
  openBlock(open, { kind: 'elif', line, ...testOf(test, line), body: [], otherwise: null });
}

function openElse(open: OpenBlock[], line: number): void {
  const block = open.at(-1);
  if (block === undefined || block.kind === 'template' || block.otherwise !== null)
    throw new BeyondNodesError('an "else" that belongs to nothing', line);
  block.otherwise = [];
}

function closeBlock(open: OpenBlock[], word: 'endif' | 'endfor', line: number): void {
  const block = open.pop();
  if (block === undefined || (block.kind === 'for') !== (word === 'endfor') || block.kind === 'template')
    throw new BeyondNodesError(`an "${word}" that belongs to nothing`, line);
  addNode(open, nodeOf(block));
  if (block.kind === 'elif') closeBlock(open, word, line);
}

function nodeOf({ path = [], when = 'true', item = '', body, otherwise, line }: OpenBlock): TemplateNode {
  if (item !== '') return { kind: 'loop', item, path, body, otherwise: otherwise ?? [], line };
  return { kind: 'condition', path, when, body, otherwise: otherwise ?? [], line };
}

function addNode(open: readonly OpenBlock[], node: TemplateNode): void {
  const block = open.at(-1);
  (block?.otherwise ?? block?.body)?.push(node);
}

/** A name and what hangs on it by dots. */
function pathOf(expression: string, line: number): NamePath {
  const [root = '', ...inner] = expression.split('.');
  const plain = isVariableName(root) || (root === 'loop' && inner.length === 1);
  if (!plain || !inner.every((name) => /^\w+$/.test(name)))
    throw new BeyondNodesError(`the expression ${expression === '' ? '{{ }}' : expression}`, line);
  return [root, ...inner];
}

const ESCAPES: Readonly<Record<string, string>> = {
  r: '\r',
  n: '\n',
  t: '\t',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** The text of an expression that is one string; null when it is something else. */
function stringConstant(expression: string): string | null {
  const quote = expression.charAt(0);
  if ((quote !== '"' && quote !== "'") || expression.length < 2) return null;
  let text = '';
  for (let at = 1; at < expression.length; at++) {
    const character = expression.charAt(at);
    if (character === quote) return at === expression.length - 1 ? text : null;
    if (character !== '\\') {
      text += character;
      continue;
    }
    const escaped = ESCAPES[expression.charAt(++at)];
    if (escaped === undefined) return null;
    text += escaped;
  }
  return null;
}
