import { runtimeFault } from '../fault.js';
import { Float } from './float.js';
import { asInteger, type Integer } from './integer.js';
import { typeName } from './type-name.js';
import { requireDefined } from './undefined.js';
import type { Value } from './value.js';

/** A number on one side of an operator: an exact int, or the value of a float. */
export type Operand = { readonly int: Integer } | { readonly float: number };

/** The number that a value is, or undefined when it is none. */
export function operand(value: Value): Operand | undefined {
  const int = asInteger(value);
  if (int !== undefined) return { int };
  if (typeof value === 'number') return { float: value };
  return value instanceof Float ? { float: value.value } : undefined;
}

/**
 * An operand as a float.
 *
 * @throws a runtime fault for ints beyond the range of floats
 */
export function operandFloat(value: Operand): number {
  if ('float' in value) return value.float;
  const float = Number(value.int);
  if (!Number.isFinite(float)) throw runtimeFault('int too large to convert to float');
  return float;
}

/** Refuses the operands of a binary operator, a missing one by its own message. */
export function unsupported(operator: string, left: Value, right: Value): never {
  requireDefined(left);
  requireDefined(right);
  throw runtimeFault(
    `unsupported operand type(s) for ${operator}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}
