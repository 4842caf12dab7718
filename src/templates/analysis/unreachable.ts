import type { Engine } from '../engine.js';
import type { CompiledTemplate } from '../runtime/compiled-template.js';
import { childStatements } from '../syntax/children.js';
import type { Body, If, Statement } from '../syntax/syntax-tree.js';
import { trimOf } from '../syntax/whitespace.js';
import { isTrue } from '../values/truth.js';
import type { Suspicion } from './finding.js';
import type { LintCheck } from './lint.js';
import { literalNames } from './literal-templates.js';

/** Parts of a template that never run, or whose output is never seen. */
export const findUnreachable: LintCheck = (template, engine) => [
  ...unreachableIn(template.tree),
  ...outputOfChild(template.tree),
  ...unknownBlocks(template, engine),
];

function unreachableIn(body: Body): readonly Suspicion[] {
  const jump = body.findIndex(({ kind }) => kind === 'break' || kind === 'continue');
  const dead = jump === -1 ? undefined : body.slice(jump + 1).find(isVisible);
  const afterJump =
    dead === undefined ? [] : [unreachable(`Nothing runs behind '${body[jump]?.kind}'.`, dead.at)];
  return [
    ...afterJump,
    ...body.flatMap((node) => (node.kind === 'if' ? deadBranches(node) : [])),
    ...body.flatMap((node) => unreachableIn(childStatements(node))),
  ];
}

function deadBranches({ branches }: If): readonly Suspicion[] {
  const suspicions: Suspicion[] = [];
  for (const { condition } of branches) {
    if (condition.kind !== 'literal') continue;
    const always = isTrue(condition.value);
    suspicions.push(unreachable(`This condition is always ${always ? 'true' : 'false'}.`, condition.at));
  }
  return suspicions;
}

/** What a template that extends another prints at its top level is dropped. */
function outputOfChild(tree: Body): readonly Suspicion[] {
  const start = tree.findIndex(({ kind }) => kind === 'extends');
  if (start === -1) return [];
  return tree
    .slice(start + 1)
    .filter((node) => (node.kind === 'text' || node.kind === 'print') && isVisible(node))
    .map((node) =>
      unreachable('This is not in a block, so a template that extends another never prints it.', node.at),
    );
}

/** Blocks at the top level of a child that no template above it has. */
function unknownBlocks({ tree }: CompiledTemplate, engine: Engine): readonly Suspicion[] {
  const known = blocksAbove(tree, engine, new Set());
  if (known === undefined) return [];
  return tree
    .filter((node) => node.kind === 'block')
    .filter(({ name }) => !known.has(name))
    .map(({ name, at }) =>
      unreachable(`No template above has a block '${name}', so it is never printed.`, at),
    );
}

/** The blocks of the templates that a template extends; undefined when not all of them are known. */
function blocksAbove(tree: Body, engine: Engine, seen: Set<string>): ReadonlySet<string> | undefined {
  const parent = tree.find((node) => node.kind === 'extends');
  if (parent === undefined) return seen.size === 0 ? undefined : new Set();
  const [name, ...others] = literalNames(parent.template);
  if (name === undefined || others.length > 0 || seen.has(name)) return undefined;
  const template = engine.load(name);
  const above = template && blocksAbove(template.tree, engine, seen.add(name));
  return above && new Set([...above, ...template.blocks.keys()]);
}

function isVisible(node: Statement): boolean {
  return node.kind !== 'text' || trimOf(node.text) !== '';
}

function unreachable(message: string, at: number): Suspicion {
  return { rule: 'unreachable', message, at };
}
