import { DEEPEST_NODE, type TemplateNode } from '../jinja/node.js';
import type { MessageRole } from '../prompt-document.js';
import type { Loss } from '../prompt-format.js';
import { addTo, type Block, isSkipped, newBlock, rootBlock, scopeIn, skippedBlock } from './block.js';
import { knownBlock } from './open-block.js';
import { resolveName } from './scope.js';
import { HandlebarsError, type HandlebarsToken } from './token.js';
import { handlebarsTokens } from './tokens.js';
import { stringOf, wordsOf } from './words.js';

/** What stands under one `{{role}}`; what stands before the first one has none. */
export interface HandlebarsPart {
  readonly role: MessageRole | null;
  readonly nodes: readonly TemplateNode[];
}

export interface ReadHandlebars {
  readonly parts: readonly HandlebarsPart[];
  /** With lines of the template, from 1. */
  readonly losses: readonly Loss[];
}

/**
 * Reads what a Handlebars template says without helpers of its own: values, `if`, `unless`, `each`, `with`,
 * partials, comments and dotprompt's `role`. The rest is left out, and told.
 *
 * Values print as in Handlebars but for those that templates of prompts hardly print: lists, mappings, yes and
 * no. An empty mapping counts as missing here, and not there.
 *
 * @throws HandlebarsError where it is no Handlebars template
 */
export function readHandlebars(template: string): ReadHandlebars {
  const reading: Reading = {
    parts: [],
    role: null,
    losses: [],
    open: [rootBlock()],
    freeNames: freeNames(template),
  };
  for (const token of handlebarsTokens(template)) takers[token.kind](reading, token);
  const unclosed = reading.open[1];
  if (unclosed !== undefined)
    throw new HandlebarsError(`{{#${unclosed.name}}} is never closed`, unclosed.line);
  endPart(reading, null);
  return reading;
}

interface Reading extends ReadHandlebars {
  readonly parts: HandlebarsPart[];
  readonly losses: Loss[];
  role: MessageRole | null;
  /** The blocks around the place, outermost first. */
  readonly open: Block[];
  readonly freeNames: Iterator<string, never>;
}

type Taker = (reading: Reading, token: HandlebarsToken) => void;

const takers: Readonly<Record<HandlebarsToken['kind'], Taker>> = {
  text: (reading, { content }) => addTo(innermost(reading), { kind: 'text', text: content }),
  comment: takeComment,
  output: takeOutput,
  partial: takePartial,
  open: (reading, token) => openBlock(reading, token, 'alone'),
  inverse: (reading, token) => skipBlock(reading, token, `{{^${token.content}}}`, 'alone'),
  else: takeElse,
  close: closeBlock,
  raw: (reading, { content, line }) => lose(reading, `{{{{${content}}}}}`, 'raw blocks are not read', line),
};

function innermost({ open }: Reading): Block {
  return open.at(-1) ?? rootBlock();
}

function lose(reading: Reading, what: string, reason: string, line: number): void {
  if (!reading.open.some(isSkipped)) reading.losses.push({ what, reason, line });
}

function takeComment(reading: Reading, { content, line }: HandlebarsToken): void {
  if (content.includes('#}')) lose(reading, 'a comment', 'it holds the mark that ends one here', line);
  else if (content !== '') addTo(innermost(reading), { kind: 'comment', text: content, line });
}

function takeOutput(reading: Reading, { content, line }: HandlebarsToken): void {
  const [name = '', ...words] = wordsOf(content);
  const path = resolveName(name, scopeIn(innermost(reading)));
  if (name === 'role') takeRole(reading, words[0] ?? '', line);
  else if (words.length > 0 || name === 'history')
    lose(reading, `helper {{${name}}}`, 'a prompt here has no helpers; it is left out', line);
  else if (path === null)
    lose(reading, `{{${name}}}`, 'a template here cannot name it; it is left out', line);
  else addTo(innermost(reading), { kind: 'output', path, line });
}

const roles: ReadonlyMap<string, MessageRole> = new Map([
  ['system', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['model', 'assistant'],
]);

function takeRole(reading: Reading, word: string, line: number): void {
  const role = roles.get(stringOf(word) ?? '');
  if (role === undefined)
    lose(reading, `{{role ${word}}}`, 'a message here is of system, user or assistant', line);
  else if (reading.open.length > 1)
    lose(reading, `{{role ${word}}}`, 'whether there is a message cannot depend on a value', line);
  else endPart(reading, role);
}

function endPart(reading: Reading, next: MessageRole | null): void {
  reading.parts.push({ role: reading.role, nodes: innermost(reading).body.splice(0) });
  reading.role = next;
}

function takePartial(reading: Reading, { content, line }: HandlebarsToken): void {
  const [word = '', ...words] = wordsOf(content);
  const name = stringOf(word) ?? word;
  if (words.length > 0 || !/^[\w./@:-]+$/.test(name))
    lose(reading, `partial {{> ${content}}}`, 'an include is given no values', line);
  else addTo(innermost(reading), { kind: 'include', name, line });
}

function openBlock(reading: Reading, token: HandlebarsToken, chained: Block['chained']): void {
  const { content, line } = token;
  if (reading.open.length > DEEPEST_NODE)
    throw new HandlebarsError('blocks lie too deep in each other', line);
  const freeName = () => reading.freeNames.next().value;
  const block = knownBlock(content, line, scopeIn(innermost(reading)), freeName);
  if (block === null) skipBlock(reading, token, `{{#${content}}}`, chained);
  else reading.open.push(newBlock(block, chained));
}

function skipBlock(
  reading: Reading,
  { content, line }: HandlebarsToken,
  what: string,
  chained: Block['chained'],
): void {
  const reason = 'only if, unless, each and with of a name are known; it is left out with what is in it';
  lose(reading, what, reason, line);
  const scope = scopeIn(innermost(reading));
  reading.open.push(newBlock(skippedBlock(wordsOf(content)[0] ?? '', line, scope), chained));
}

function takeElse(reading: Reading, token: HandlebarsToken): void {
  const block = innermost(reading);
  if (block.name === null) throw new HandlebarsError('an {{else}} that belongs to nothing', token.line);
  if (isSkipped(block)) return;
  if (block.otherwise !== null) throw new HandlebarsError('a second {{else}}', token.line);
  block.otherwise = [];
  if (token.content !== '') openBlock(reading, token, 'chained');
}

function closeBlock(reading: Reading, token: HandlebarsToken): void {
  const block = innermost(reading);
  const name = wordsOf(token.content)[0] ?? '';
  if (block.name === null || (block.chained === 'alone' && block.name !== name))
    throw new HandlebarsError(`{{/${name}}} closes what is not open`, token.line);
  reading.open.pop();
  if (block.nodeOf !== null) addTo(innermost(reading), block.nodeOf(block.body, block.otherwise ?? []));
  if (block.chained === 'chained') closeBlock(reading, token);
}

/** Names for what loops go through that the template does not use itself. */
function* freeNames(template: string): Generator<string, never> {
  const used = new Set(template.match(/\w+/g));
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'item' : `item_${number}`;
    if (!used.has(name)) yield name;
  }
}
