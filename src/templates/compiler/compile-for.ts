import type { Evaluate, Execute } from '../runtime/compiled-template.js';
import { BREAK, DONE } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import { LoopContext } from '../runtime/loop-context.js';
import { targetNames } from '../syntax/children.js';
import { hasScopedBlock, usesName } from '../syntax/names-used.js';
import type { For } from '../syntax/syntax-tree.js';
import { iterate } from '../values/iterate.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { type Assign, compileTarget } from './compile-target.js';
import { capturedScope, innerScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** `{% for %}`, in the simplest form that does what the body needs. */
export function compileFor(node: For, scope: Scope): Execute {
  const parts = compileParts(node, scope);
  const items = scope.unit.expression(node.items, scope);
  const needsLoop = node.recursive || usesName(node.body, 'loop') || hasScopedBlock(node.body);
  const run: RunLoop = needsLoop ? runWithLoop : runPlain;
  return scope.unit.executeAt(node.at, (frame) => {
    const outcome = run(parts, frame, items(frame), 0);
    return outcome === 'incomplete' ? parts.otherwise(frame) : DONE;
  });
}

/** The pieces of a loop. */
interface LoopParts {
  readonly size: number;
  readonly assign: Assign;
  /** Which items are looped over. */
  readonly accepts: Evaluate | undefined;
  readonly execute: Execute;
  /** The slot of `loop`. */
  readonly loopSlot: number;
  readonly recursive: boolean;
  readonly otherwise: Execute;
}

/** Whether any turn of a loop came to its end: if none did, `else` runs, after a `break` too. */
type LoopOutcome = 'incomplete' | 'done';

/** Runs a loop over a value. */
type RunLoop = (parts: LoopParts, frame: Frame, items: Value, depth: number) => LoopOutcome;

function compileParts(node: For, scope: Scope): LoopParts {
  if (targetNames(node.target).includes('loop')) {
    throw scope.unit.error(node.target.at, "Can't assign to special loop variable in for-loop target");
  }
  const inner = {
    ...innerScope(node.recursive ? capturedScope(scope) : scope, node.body, [
      'loop',
      ...targetNames(node.target),
    ]),
    inLoop: true,
  };
  const loopSlot = inner.variables.slot('loop');
  const condition = node.condition && inner.unit.expression(node.condition, inner);
  return {
    assign: compileTarget(node.target, inner),
    accepts: condition && scope.unit.evaluateAt(node.at, (frame) => isTrue(condition(frame))),
    execute: inner.unit.body(node.body, inner),
    loopSlot,
    recursive: node.recursive,
    otherwise: compileElse(node, scope),
    size: inner.variables.size,
  };
}

function compileElse(node: For, scope: Scope): Execute {
  const inner = innerScope(scope, node.otherwise);
  const execute = inner.unit.body(node.otherwise, inner);
  const { size } = inner.variables;
  return (frame) => (node.otherwise.length === 0 ? DONE : execute(frame.inner(size)));
}

/** A loop whose body never asks where it is: items are taken as they come. */
function runPlain(parts: LoopParts, frame: Frame, items: Value): LoopOutcome {
  const { budget } = frame.rendering;
  let state: LoopOutcome = 'incomplete';
  for (const item of iterate(items, budget)) {
    budget.step();
    const turn = frame.inner(parts.size);
    parts.assign(turn, item);
    if (parts.accepts !== undefined && parts.accepts(turn) !== true) continue;
    const outcome = parts.execute(turn);
    if (outcome === DONE) state = 'done';
    else if (outcome === BREAK) break;
  }
  return state;
}

/** A loop with `loop`, which must know all its items from the start. */
function runWithLoop(parts: LoopParts, frame: Frame, items: Value, depth: number): LoopOutcome {
  const { rendering } = frame;
  const accepted = acceptedItems(parts, frame, items);
  const recurse = (inner: Value, innerDepth: number): Value => {
    rendering.budget.enter();
    const { text } = rendering.capture(() => {
      if (runWithLoop(parts, frame, inner, innerDepth) === 'incomplete') parts.otherwise(frame);
    });
    rendering.budget.leave();
    return rendering.markupIfEscaping(text);
  };
  const loop = new LoopContext(rendering, accepted, depth, parts.recursive ? recurse : undefined);
  let state: LoopOutcome = 'incomplete';
  for (const item of accepted) {
    rendering.budget.step();
    loop.index += 1;
    const turn = frame.inner(parts.size);
    turn.slots[parts.loopSlot] = loop;
    parts.assign(turn, item);
    const outcome = parts.execute(turn);
    if (outcome === DONE) state = 'done';
    else if (outcome === BREAK) break;
  }
  return state;
}

function acceptedItems(parts: LoopParts, frame: Frame, items: Value): readonly Value[] {
  const { accepts } = parts;
  if (accepts === undefined && Array.isArray(items)) return items;
  const { rendering } = frame;
  const accepted: Value[] = [];
  for (const item of iterate(items, rendering.budget)) {
    rendering.budget.step();
    rendering.budget.collects(1);
    if (accepts !== undefined) {
      const turn = frame.inner(parts.size);
      parts.assign(turn, item);
      if (accepts(turn) !== true) continue;
    }
    accepted.push(item);
  }
  return accepted;
}
