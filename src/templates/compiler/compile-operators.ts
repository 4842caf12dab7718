import type { Budget } from '../budget.js';
import type { Evaluate } from '../runtime/compiled-template.js';
import type {
  Binary,
  BinaryOperator,
  Comparison,
  ComparisonOperator,
  Join,
  Logical,
  Unary,
} from '../syntax/syntax-tree.js';
import {
  add,
  type BinaryOperation,
  divide,
  floorDivide,
  modulo,
  multiply,
  negate,
  plus,
  power,
  subtract,
} from '../values/arithmetic.js';
import { equals } from '../values/equality.js';
import { joinAsText } from '../values/join-text.js';
import { contains } from '../values/membership.js';
import { inOrder } from '../values/ordering.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import type { Scope } from './scope.js';

const BINARY: Readonly<Record<BinaryOperator, BinaryOperation>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '//': floorDivide,
  '%': modulo,
  '**': power,
};

/** `a + b` and the like. */
export function compileBinary(node: Binary, scope: Scope): Evaluate {
  const left = scope.unit.expression(node.left, scope);
  const right = scope.unit.expression(node.right, scope);
  const operate = BINARY[node.operator];
  return scope.unit.evaluateAt(node.at, (frame) => {
    const { budget } = frame.rendering;
    budget.step();
    return operate(left(frame), right(frame), budget);
  });
}

/** `and` and `or` give one of their operands, and evaluate the second only when it decides. */
export function compileLogical(node: Logical, scope: Scope): Evaluate {
  const left = scope.unit.expression(node.left, scope);
  const right = scope.unit.expression(node.right, scope);
  const goesOnWhen = node.operator === 'and';
  return scope.unit.evaluateAt(node.at, (frame) => {
    const value = left(frame);
    return isTrue(value) === goesOnWhen ? right(frame) : value;
  });
}

/** `not a`, `-a`, `+a`. */
export function compileUnary(node: Unary, scope: Scope): Evaluate {
  const operand = scope.unit.expression(node.operand, scope);
  switch (node.operator) {
    case 'not':
      return scope.unit.evaluateAt(node.at, (frame) => !isTrue(operand(frame)));
    case '-':
      return scope.unit.evaluateAt(node.at, (frame) => negate(operand(frame)));
    case '+':
      return scope.unit.evaluateAt(node.at, (frame) => plus(operand(frame)));
  }
}

/** `a ~ b`: text, whatever the parts are. */
export function compileJoin(node: Join, scope: Scope): Evaluate {
  const parts = node.parts.map((part) => scope.unit.expression(part, scope));
  return scope.unit.evaluateAt(node.at, (frame) => {
    const { rendering } = frame;
    rendering.budget.step(parts.length);
    const values = parts.map((part) => part(frame));
    return joinAsText(values, rendering.autoescape, rendering.budget);
  });
}

type Compare = (left: Value, right: Value, budget: Budget) => boolean;

const COMPARISONS: Readonly<Record<ComparisonOperator, Compare>> = {
  '==': equals,
  '!=': (left, right, budget) => !equals(left, right, budget),
  '<': (left, right, budget) => inOrder(left, '<', right, budget),
  '<=': (left, right, budget) => inOrder(left, '<=', right, budget),
  '>': (left, right, budget) => inOrder(left, '>', right, budget),
  '>=': (left, right, budget) => inOrder(left, '>=', right, budget),
  in: (left, right, budget) => contains(right, left, budget),
  'not in': (left, right, budget) => !contains(right, left, budget),
};

/** A chain stops at the first comparison that fails. */
export function compileComparison(node: Comparison, scope: Scope): Evaluate {
  const first = scope.unit.expression(node.first, scope);
  const rest = node.rest.map(({ operator, operand }) => ({
    compare: COMPARISONS[operator],
    operand: scope.unit.expression(operand, scope),
  }));
  return scope.unit.evaluateAt(node.at, (frame) => {
    const { budget } = frame.rendering;
    budget.step();
    let left = first(frame);
    for (const { compare, operand } of rest) {
      const right = operand(frame);
      if (!compare(left, right, budget)) return false;
      left = right;
    }
    return true;
  });
}
