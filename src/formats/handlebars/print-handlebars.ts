import type { ConditionNode, LoopNode, NamePath, TemplateNode } from '../jinja/node.js';
import { BeyondNodesError } from '../jinja/read-jinja.js';

/**
 * The Handlebars template of some nodes. What cannot be said without taking a text for a tag is left to be
 * found by whoever reads it back.
 *
 * @throws BeyondNodesError where Handlebars has no word for something
 */
export function printHandlebars(nodes: readonly TemplateNode[]): string {
  const pieces = joined(piecesOf(nodes, { items: new Set(), depth: 0 }));
  return pieces.map((piece, index) => written(piece, pieces[index - 1], pieces[index + 1])).join('');
}

/** A text, or a tag; `lone` where a line that holds nothing else would vanish with it. */
interface Piece {
  readonly kind: 'text' | 'inline' | 'lone';
  readonly text: string;
}

interface Place {
  /** The names of what the loops around it go through. */
  readonly items: ReadonlySet<string>;
  /** How many loops are around it. */
  readonly depth: number;
}

function piecesOf(nodes: readonly TemplateNode[], place: Place): readonly Piece[] {
  return nodes.flatMap((node) => pieceOf(node, place));
}

function pieceOf(node: TemplateNode, place: Place): readonly Piece[] {
  switch (node.kind) {
    case 'text':
      return [{ kind: 'text', text: node.text }];
    case 'output':
      return [{ kind: 'inline', text: `{{${nameOf(node.path, place, node.line)}}}` }];
    case 'condition':
      return conditionPieces(node, place);
    case 'loop':
      return loopPieces(node, place);
    case 'include':
      return [lone(`{{> ${partialName(node.name, place, node.line)}}}`)];
    case 'comment':
      return node.text.includes('--') ? [] : [lone(`{{!-- ${node.text} --}}`)];
  }
}

function conditionPieces(
  { path, when, body, otherwise, line }: ConditionNode,
  place: Place,
): readonly Piece[] {
  const word = when === 'true' ? 'if' : 'unless';
  const open = lone(`{{#${word} ${nameOf(path, place, line)}}}`);
  return [open, ...piecesOf(body, place), ...elsePieces(otherwise, place), lone(`{{/${word}}}`)];
}

function loopPieces({ item, path, body, otherwise, line }: LoopNode, place: Place): readonly Piece[] {
  const inside = { items: new Set([...place.items, item]), depth: place.depth + 1 };
  const open = lone(`{{#each ${nameOf(path, place, line)} as |${item}|}}`);
  return [open, ...piecesOf(body, inside), ...elsePieces(otherwise, place), lone('{{/each}}')];
}

function elsePieces(otherwise: readonly TemplateNode[], place: Place): readonly Piece[] {
  return otherwise.length === 0 ? [] : [lone('{{else}}'), ...piecesOf(otherwise, place)];
}

const LOOP_NAMES: Readonly<Record<string, string>> = { index0: '@index', first: '@first', last: '@last' };

/** Names that Handlebars or dotprompt take for a helper or a word of their own. */
const TAKEN = new Set([
  ...[
    'if',
    'unless',
    'each',
    'with',
    'lookup',
    'log',
    'else',
    'this',
    'as',
    'true',
    'false',
    'null',
    'undefined',
  ],
  ...['role', 'history', 'media', 'section', 'json', 'ifEquals', 'unlessEquals', 'helperMissing'],
]);

function nameOf(path: NamePath, place: Place, line: number): string {
  const [root = '', ...inner] = path;
  if (root === 'loop') {
    const name = LOOP_NAMES[inner[0] ?? ''];
    if (name === undefined || place.depth === 0)
      throw new BeyondNodesError(`the name ${path.join('.')}`, line);
    return name;
  }
  const name = path.join('.');
  if (place.items.has(root)) return name;
  if (place.depth > 0) return `@root.${name}`;
  return TAKEN.has(root) ? `this.${name}` : name;
}

function partialName(name: string, place: Place, line: number): string {
  if (place.depth > 0)
    throw new BeyondNodesError('an include in a loop, which would see the item only', line);
  if (!/^[\w./@:-]+$/.test(name)) throw new BeyondNodesError(`the include of "${name}"`, line);
  return /^[\w/-]+$/.test(name) ? name : `"${name}"`;
}

function lone(text: string): Piece {
  return { kind: 'lone', text };
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      result.splice(-1, 1, { kind: 'text', text: last.text + piece.text });
    else if (piece.text !== '') result.push(piece);
  }
  return result;
}

function written(piece: Piece, before: Piece | undefined, after: Piece | undefined): string {
  if (piece.kind === 'text') return escaped(piece.text, after);
  if (piece.kind === 'inline' || !vanishes(before, after)) return piece.text;
  const indented = before !== undefined && /[ \t]$/.test(before.text);
  const blank = after !== undefined && /^[ \t]/.test(after.text);
  // A line end more makes up for the one that vanishes; an empty comment keeps spaces from vanishing.
  return indented || blank || after === undefined ? `${piece.text}{{!}}` : `${piece.text}\n`;
}

/** Whether a tag would stand alone on its line, and something would vanish with it. */
function vanishes(before: Piece | undefined, after: Piece | undefined): boolean {
  if (before === undefined && after === undefined) return false;
  const startsLine = before === undefined || (before.kind === 'text' && endsBlank(before.text));
  const endsLine = after === undefined || (after.kind === 'text' && beginsBlank(after.text));
  const keepsSpaces = before !== undefined && /[ \t]$/.test(before.text);
  return startsLine && endsLine && (after !== undefined || keepsSpaces);
}

/** Handlebars takes every kind of space for blank, and a text without a line end may be the first or last. */
function endsBlank(text: string): boolean {
  return text.slice(text.lastIndexOf('\n') + 1).trim() === '';
}

function beginsBlank(text: string): boolean {
  const lineEnd = text.indexOf('\n');
  return text.slice(0, lineEnd === -1 ? text.length : lineEnd).trim() === '';
}

/** `{{` is text behind a backslash; backslashes before a tag are doubled. */
function escaped(text: string, after: Piece | undefined): string {
  const literal = text.replace(/(?<!\\)(\\*)\{\{/g, (_, backslashes: string) =>
    backslashes === '' ? '\\{{' : `${backslashes}\\{{!}}\\{{`,
  );
  return after !== undefined && literal.endsWith('\\') ? `${literal}\\` : literal;
}
