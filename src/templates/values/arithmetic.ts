import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { concatenate } from './concatenate.js';
import { float } from './float.js';
import { floorDivideFloats, moduloFloats, powerFloats } from './float-arithmetic.js';
import { type Integer, integer } from './integer.js';
import {
  addIntegers,
  divideIntegers,
  multiplyIntegers,
  powerIntegers,
  trueDivide,
} from './integer-arithmetic.js';
import { asString } from './markup.js';
import { type Operand, operand, operandFloat, unsupported } from './operand.js';
import { formatPercent } from './percent-format.js';
import { repeat } from './repeat.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** An operator of two values with Python's meaning. */
export type BinaryOperation = (left: Value, right: Value, budget: Budget) => Value;

/** Python's `+`: numbers, and whatever can be put together. */
export function add(left: Value, right: Value, budget: Budget): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(sum)) return sum;
  }
  return numeric(left, right, {
    ints: (first, second) => addIntegers(first, second, budget),
    floats: (first, second) => first + second,
    otherwise: () => concatenate(left, right, budget),
  });
}

/** Python's `-`. */
export function subtract(left: Value, right: Value, budget: Budget): Value {
  return numeric(left, right, {
    ints: (first, second) => addIntegers(first, negated(second), budget),
    floats: (first, second) => first - second,
    otherwise: () => unsupported('-', left, right),
  });
}

/** Python's `*`: numbers, and copies of text and sequences. */
export function multiply(left: Value, right: Value, budget: Budget): Value {
  return numeric(left, right, {
    ints: (first, second) => multiplyIntegers(first, second, budget),
    floats: (first, second) => first * second,
    otherwise: () => repeat(left, right, budget),
  });
}

/** Python's `/`, always a float. */
export function divide(left: Value, right: Value): Value {
  return numeric(left, right, {
    ints: (first, second) => {
      refuseZero(second, 'division by zero');
      return float(trueDivide(first, second));
    },
    floats: (first, second) => {
      if (second === 0) throw runtimeFault('float division by zero');
      return first / second;
    },
    otherwise: () => unsupported('/', left, right),
  });
}

/** Python's `//`, rounded down. */
export function floorDivide(left: Value, right: Value, budget: Budget): Value {
  return numeric(left, right, {
    ints: (first, second) => {
      refuseZero(second, 'integer division or modulo by zero');
      return divideIntegers(first, second, budget).quotient;
    },
    floats: floorDivideFloats,
    otherwise: () => unsupported('//', left, right),
  });
}

/** The remainder of numbers; on text, Python's formatting operator. */
export function modulo(left: Value, right: Value, budget: Budget): Value {
  if (asString(left) !== undefined) return formatPercent(left, right, budget);
  return numeric(left, right, {
    ints: (first, second) => {
      refuseZero(second, 'integer modulo by zero');
      return divideIntegers(first, second, budget).remainder;
    },
    floats: moduloFloats,
    otherwise: () => unsupported('%', left, right),
  });
}

/** Python's `**`. */
export function power(left: Value, right: Value, budget: Budget): Value {
  return numeric(left, right, {
    ints: (base, exponent) =>
      exponent >= 0
        ? powerIntegers(base, exponent, budget)
        : float(powerFloats(operandFloat({ int: base }), operandFloat({ int: exponent }))),
    floats: powerFloats,
    otherwise: () => unsupported('** or pow()', left, right),
  });
}

/** Python's unary `-`. */
export function negate(value: Value): Value {
  return unary('-', value, negated, (number) => -number);
}

/** Python's unary `+`. */
export function plus(value: Value): Value {
  return unary(
    '+',
    value,
    (int) => int,
    (number) => number,
  );
}

/** The cases of an operator: two ints, any other two numbers (their result is a float), all the rest. */
interface Cases {
  readonly ints: (left: Integer, right: Integer) => Value;
  readonly floats: (left: number, right: number) => number;
  readonly otherwise: () => Value;
}

function numeric(left: Value, right: Value, cases: Cases): Value {
  const first = operand(left);
  const second = first && operand(right);
  if (first === undefined || second === undefined) return cases.otherwise();
  if ('int' in first && 'int' in second) return cases.ints(first.int, second.int);
  return float(cases.floats(operandFloat(first), operandFloat(second)));
}

function unary(
  operator: string,
  value: Value,
  ofInt: (int: Integer) => Value,
  ofFloat: (number: number) => number,
): Value {
  const only: Operand | undefined = operand(value);
  if (only === undefined) {
    requireDefined(value);
    throw runtimeFault(`bad operand type for unary ${operator}: '${typeName(value)}'`);
  }
  return 'int' in only ? ofInt(only.int) : float(ofFloat(only.float));
}

function negated(int: Integer): Integer {
  return typeof int === 'bigint' ? integer(-int) : 0 - int;
}

function refuseZero(divisor: Integer, message: string): void {
  if (Number(divisor) === 0) throw runtimeFault(message);
}
