import { isVariableName } from '../jinja/names.js';
import type { NamePath } from '../jinja/node.js';
import type { Block, NodeOfBlock } from './block.js';
import { innerScope, resolveName, type Scope } from './scope.js';
import { wordsOf } from './words.js';

type KnownBlock = Pick<Block, 'name' | 'line' | 'outer' | 'inner' | 'nodeOf'>;

interface Opening {
  readonly name: string;
  readonly path: NamePath;
  /** The names behind `as`. */
  readonly given: readonly string[];
  readonly line: number;
  readonly outer: Scope;
}

/**
 * The block that a tag such as `#if name` opens; null where it is none of `if`, `unless`, `each` and `with`, or
 * is given more than a name.
 *
 * @param freeName gives a name for the item of a loop that has none
 */
export function knownBlock(
  content: string,
  line: number,
  outer: Scope,
  freeName: () => string,
): KnownBlock | null {
  const [name = '', expression = '', ...rest] = wordsOf(content);
  const path = resolveName(expression, outer);
  const given = givenNames(rest);
  if (path === null || given === null) return null;
  const opening = { name, path, given, line, outer };
  if (name === 'each') return loop(opening, freeName);
  if (name === 'with') return condition(opening, innerScope(outer, path, namesFor(given, path)));
  if ((name === 'if' || name === 'unless') && given.length === 0) return condition(opening, outer);
  return null;
}

function condition({ name, path, line, outer }: Opening, inner: Scope): KnownBlock {
  const when = name === 'unless' ? 'false' : 'true';
  const nodeOf: NodeOfBlock = (body, otherwise) => ({ kind: 'condition', path, when, body, otherwise, line });
  return { name, line, outer, inner, nodeOf };
}

function loop({ name, path, given, line, outer }: Opening, freeName: () => string): KnownBlock {
  const [item = freeName(), index] = given;
  const names = new Map<string, NamePath>([[item, [item]]]);
  if (index !== undefined) names.set(index, ['loop', 'index0']);
  const nodeOf: NodeOfBlock = (body, otherwise) => ({ kind: 'loop', item, path, body, otherwise, line });
  return { name, line, outer, inner: { ...innerScope(outer, [item], names), inLoop: true }, nodeOf };
}

function namesFor(given: readonly string[], path: NamePath): ReadonlyMap<string, NamePath> {
  return new Map(given.map((name) => [name, path]));
}

/** The names in `as |item index|`; null where something else stands there. */
function givenNames(words: readonly string[]): readonly string[] | null {
  if (words.length === 0) return [];
  const names = /^as \|([^|]*)\|$/.exec(words.join(' '))?.[1]?.trim().split(/\s+/);
  return names?.every(isVariableName) ? names : null;
}
