import type { Evaluate } from '../runtime/compiled-template.js';
import type { Conditional, Expression, SliceDisplay } from '../syntax/syntax-tree.js';
import { chargeContent } from '../values/content-cost.js';
import { Dict } from '../values/dict.js';
import { list, tupleOf } from '../values/sequence.js';
import { Slice } from '../values/slice.js';
import { isTrue } from '../values/truth.js';
import { Undefined } from '../values/undefined.js';
import { compileCall } from './compile-call.js';
import { compileFilter } from './compile-filter.js';
import { compileName } from './compile-name.js';
import {
  compileBinary,
  compileComparison,
  compileJoin,
  compileLogical,
  compileUnary,
} from './compile-operators.js';
import { compileTest } from './compile-test.js';
import { softScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** Compiles an expression. */
export function compileExpression(node: Expression, scope: Scope): Evaluate {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return compileName(node.name, scope);
    case 'list':
      return compileItems(node.items, scope, list);
    case 'tuple':
      return compileItems(node.items, scope, tupleOf);
    case 'dict':
      return compileDict(node, scope);
    case 'attribute': {
      const object = scope.unit.expression(node.object, scope);
      const { name } = node;
      return scope.unit.evaluateAt(node.at, (frame) => frame.rendering.attribute(object(frame), name));
    }
    case 'subscript': {
      const object = scope.unit.expression(node.object, scope);
      const key = scope.unit.expression(node.key, scope);
      return scope.unit.evaluateAt(node.at, (frame) => frame.rendering.item(object(frame), key(frame)));
    }
    case 'slice':
      return compileSlice(node, scope);
    case 'call':
      return compileCall(node, scope);
    case 'filter':
      return compileFilter(node, scope);
    case 'test':
      return compileTest(node, scope);
    case 'unary':
      return compileUnary(node, scope);
    case 'binary':
      return compileBinary(node, scope);
    case 'logical':
      return compileLogical(node, scope);
    case 'join':
      return compileJoin(node, scope);
    case 'comparison':
      return compileComparison(node, scope);
    case 'conditional':
      return compileConditional(node, scope);
  }
}

function compileItems(
  items: readonly Expression[],
  scope: Scope,
  build: (items: readonly unknown[]) => unknown,
): Evaluate {
  const evaluates = items.map((item) => scope.unit.expression(item, scope));
  return (frame) => {
    frame.rendering.budget.collects(evaluates.length);
    return build(evaluates.map((evaluate) => evaluate(frame)));
  };
}

function compileDict(node: Extract<Expression, { kind: 'dict' }>, scope: Scope): Evaluate {
  const entries = node.entries.map(([key, value]) => ({
    key: scope.unit.expression(key, scope),
    value: scope.unit.expression(value, scope),
  }));
  return scope.unit.evaluateAt(node.at, (frame) => {
    const { budget } = frame.rendering;
    budget.collects(2 * entries.length);
    const dict = new Dict();
    for (const { key, value } of entries) {
      const name = key(frame);
      chargeContent(name, budget);
      dict.set(name, value(frame));
    }
    return dict;
  });
}

function compileSlice({ start, stop, step }: SliceDisplay, scope: Scope): Evaluate {
  const part = (node: Expression | undefined): Evaluate =>
    node === undefined ? () => null : scope.unit.expression(node, scope);
  const [first, last, stride] = [part(start), part(stop), part(step)];
  return (frame) => new Slice(first(frame), last(frame), stride(frame));
}

function compileConditional(node: Conditional, scope: Scope): Evaluate {
  const soft = softScope(scope);
  const condition = soft.unit.expression(node.condition, soft);
  const whenTrue = soft.unit.expression(node.whenTrue, soft);
  const whenFalse = node.whenFalse && soft.unit.expression(node.whenFalse, soft);
  const missing = (): Undefined => {
    const { source } = scope.unit;
    const place = `on line ${source.position(node.at).line} in '${source.name}'`;
    return new Undefined(
      'default',
      `the inline if-expression ${place} evaluated to false and no else section was defined.`,
    );
  };
  return scope.unit.evaluateAt(node.at, (frame) => {
    if (isTrue(condition(frame))) return whenTrue(frame);
    return whenFalse === undefined ? missing() : whenFalse(frame);
  });
}
