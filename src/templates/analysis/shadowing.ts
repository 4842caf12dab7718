import type { Engine } from '../engine.js';
import { childStatements, targetNames } from '../syntax/children.js';
import { boundNames } from '../syntax/names-bound.js';
import type { Body, Statement } from '../syntax/syntax-tree.js';
import { ABSENT } from '../values/absent.js';
import type { Suspicion } from './finding.js';
import type { LintCheck } from './lint.js';

/** Names that hide a variable around them, or one of the engine's functions. */
export const findShadowing: LintCheck = ({ tree }, engine) => [
  ...hiddenGlobals(tree, engine),
  ...hiddenIn(tree, new Set(boundNames(tree))),
];

function hiddenGlobals(tree: Body, engine: Engine): readonly Suspicion[] {
  return tree.flatMap((node) => [
    ...[...ownNames(node), ...boundNames([node])]
      .filter((name) => engine.globalNames.get(name) !== ABSENT)
      .map((name) => hides(name, 'a function of the engine', node)),
    ...(node.kind === 'if' ? [] : hiddenGlobals(childStatements(node), engine)),
  ]);
}

function hiddenIn(body: Body, around: ReadonlySet<string>): readonly Suspicion[] {
  return body.flatMap((node) => {
    const own = ownNames(node);
    const hidden = own
      .filter((name) => around.has(name))
      .map((name) => hides(name, 'a variable around it', node));
    return [...hidden, ...hiddenIn(childStatements(node), new Set([...around, ...own]))];
  });
}

/** The names that exist only inside a statement. */
function ownNames(node: Statement): readonly string[] {
  switch (node.kind) {
    case 'for':
      return targetNames(node.target);
    case 'with':
      return node.assignments.flatMap(({ target }) => targetNames(target));
    case 'macro':
    case 'call-block':
      return node.parameters.map(({ name }) => name);
    default:
      return [];
  }
}

function hides(name: string, what: string, { at }: Statement): Suspicion {
  return { rule: 'shadowed-name', message: `'${name}' hides ${what}.`, at };
}
