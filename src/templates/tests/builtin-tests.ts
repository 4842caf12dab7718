import type { Budget } from '../budget.js';
import { isLower, isUpper } from '../methods/string-predicates.js';
import { Callable } from '../runtime/callable.js';
import { type FunctionTable, functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { modulo } from '../values/arithmetic.js';
import { equals } from '../values/equality.js';
import { isFloat } from '../values/float.js';
import { asInteger } from '../values/integer.js';
import { Lazy } from '../values/iterable-object.js';
import { isIterable } from '../values/iterate.js';
import { isSized } from '../values/length.js';
import { isMapping } from '../values/mapping.js';
import { asString, Markup } from '../values/markup.js';
import { contains } from '../values/membership.js';
import { Namespace } from '../values/namespace.js';
import { operand } from '../values/operand.js';
import { inOrder, type OrderOperator } from '../values/ordering.js';
import { text } from '../values/text.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';

const VALUE: Signature = { required: ['value'] };
const KIND: Signature = { required: ['value'], ignoresContent: true };
const VALUE_OTHER: Signature = { required: ['value', 'other'] };

/** The tests of the language, those with a symbol for a name too (for `select('>', 3)`). */
export const BUILTIN_TESTS: FunctionTable = functionTable({
  defined: check((value) => !(value instanceof Undefined)),
  undefined: check((value) => value instanceof Undefined),
  none: check((value) => value === null),
  boolean: check((value) => typeof value === 'boolean'),
  true: check((value) => value === true),
  false: check((value) => value === false),
  integer: check((value) => typeof value !== 'boolean' && asInteger(value) !== undefined),
  float: check(isFloat),
  number: check((value) => operand(value) !== undefined),
  string: check((value) => asString(value) !== undefined),
  mapping: check((value) => isMapping(value)),
  sequence: check(isSequenceLike),
  iterable: check(isIterable),
  callable: check((value) => value instanceof Callable || value instanceof Undefined),
  escaped: check((value) => value instanceof Markup),
  lower: [VALUE, ({ budget }, value) => isLower(text(value, budget))],
  upper: [VALUE, ({ budget }, value) => isUpper(text(value, budget))],
  odd: [VALUE, ({ budget }, value) => equals(modulo(value, 2, budget), 1, budget)],
  even: [VALUE, ({ budget }, value) => equals(modulo(value, 2, budget), 0, budget)],
  divisibleby: [
    { required: ['value', 'num'] },
    ({ budget }, value, divisor) => equals(modulo(value, divisor, budget), 0, budget),
  ],
  sameas: [VALUE_OTHER, (_, value, other) => Object.is(value, other)],
  in: [{ required: ['value', 'seq'] }, ({ budget }, value, container) => contains(container, value, budget)],
  filter: [VALUE, ({ engine, budget }, name) => engine.filters.has(text(name, budget))],
  test: [VALUE, ({ engine, budget }, name) => engine.tests.has(text(name, budget))],
  ...aliases(compare(equals), '==', 'eq', 'equalto'),
  ...aliases(
    compare((value, other, budget) => !equals(value, other, budget)),
    '!=',
    'ne',
  ),
  ...aliases(order('>'), '>', 'gt', 'greaterthan'),
  ...aliases(order('>='), '>=', 'ge'),
  ...aliases(order('<'), '<', 'lt', 'lessthan'),
  ...aliases(order('<='), '<=', 'le'),
});

type Definition = readonly [Signature, NativeBody];

function check(holds: (value: Value) => boolean): Definition {
  return [KIND, (_, value) => holds(value)];
}

function compare(holds: (value: Value, other: Value, budget: Budget) => boolean): Definition {
  return [VALUE_OTHER, ({ budget }, value, other) => holds(value, other, budget)];
}

function order(operator: OrderOperator): Definition {
  return compare((value, other, budget) => inOrder(value, operator, other, budget));
}

function aliases(definition: Definition, ...names: string[]): Record<string, Definition> {
  return Object.fromEntries(names.map((name) => [name, definition]));
}

/** Python asks for a length and for items by index; an undefined value claims both. */
function isSequenceLike(value: Value): boolean {
  if (value instanceof Undefined) return value.kind !== 'strict';
  if (value instanceof Lazy || value instanceof Namespace) return false;
  return isSized(value);
}
