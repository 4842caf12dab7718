import { type FunctionTable, NativeFunction } from './runtime/native-function.js';
import type { HostFunction } from './template-options.js';
import { toPlain } from './values/to-plain.js';
import type { Value } from './values/value.js';

/** The caller's filters or tests as functions of the engine. */
export function hostFunctions(functions: Readonly<Record<string, HostFunction>> = {}): FunctionTable {
  return new Map(Object.entries(functions).map(([name, run]) => [name, hostFunction(name, run)]));
}

/** The caller's globals: functions become callable, all else is a value. */
export function hostGlobals(globals: Readonly<Record<string, unknown>> = {}): Map<string, Value> {
  return new Map(
    Object.entries(globals).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? hostFunction(name, (...values: unknown[]) => Reflect.apply(value, undefined, values))
        : value,
    ]),
  );
}

function hostFunction(name: string, run: HostFunction): NativeFunction {
  return new NativeFunction(name, { surplus: 'all' }, ({ budget }, positional, named) => {
    const values = (Array.isArray(positional) ? positional : []).map((value) => toPlain(value, budget));
    if (named instanceof Map && named.size > 0) values.push(toPlain(named, budget));
    return Reflect.apply(run, undefined, values) ?? null;
  });
}
