import { runtimeFault } from '../fault.js';
import { type CallArguments, NO_NAMED } from '../runtime/call-arguments.js';
import type { Evaluate } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import type { Arguments } from '../syntax/syntax-tree.js';
import { isIterable, iterate } from '../values/iterate.js';
import { isMapping, mappingEntries } from '../values/mapping.js';
import { asString } from '../values/markup.js';
import { typeName } from '../values/type-name.js';
import type { Value } from '../values/value.js';
import type { Scope } from './scope.js';

/** Computes the arguments of a call, behind those that are given already. */
export type EvaluateArguments = (frame: Frame, given?: readonly Value[]) => CallArguments;

const NOTHING: readonly Value[] = [];

/**
 * Compiles the arguments of a call, filter or test.
 *
 * @param extra named arguments that the call has besides those written
 */
export function compileArguments(
  node: Arguments,
  scope: Scope,
  extra: ReadonlyMap<string, Evaluate> = new Map(),
): EvaluateArguments {
  const positional = node.positional.map((argument) => scope.unit.expression(argument, scope));
  const spread = node.spread && scope.unit.expression(node.spread, scope);
  const named = compileNamed(node, scope, extra);
  return (frame, given = NOTHING) => {
    const values = [...given];
    for (const evaluate of positional) values.push(evaluate(frame));
    if (spread !== undefined) addSpread(values, spread(frame), frame);
    return { positional: values, named: named(frame) };
  };
}

function compileNamed(
  node: Arguments,
  scope: Scope,
  extra: ReadonlyMap<string, Evaluate>,
): (frame: Frame) => ReadonlyMap<string, Value> {
  const named = node.named.map(({ name, value }) => ({
    name,
    evaluate: scope.unit.expression(value, scope),
  }));
  for (const [name, evaluate] of extra) named.push({ name, evaluate });
  const spread = node.namedSpread && scope.unit.expression(node.namedSpread, scope);
  if (named.length === 0 && spread === undefined) return () => NO_NAMED;
  return (frame) => {
    const values = new Map<string, Value>();
    for (const { name, evaluate } of named) values.set(name, evaluate(frame));
    if (spread !== undefined) addNamedSpread(values, spread(frame), frame);
    return values;
  };
}

function addSpread(values: Value[], spread: Value, frame: Frame): void {
  if (!isIterable(spread)) {
    throw runtimeFault(`Value after * must be an iterable, not ${typeName(spread)}`);
  }
  const { budget } = frame.rendering;
  for (const value of iterate(spread, budget)) {
    budget.step();
    budget.collects(1);
    values.push(value);
  }
}

function addNamedSpread(values: Map<string, Value>, spread: Value, frame: Frame): void {
  if (!isMapping(spread)) throw runtimeFault(`argument after ** must be a mapping, not ${typeName(spread)}`);
  for (const [key, value] of mappingEntries(spread, frame.rendering.budget)) {
    const name = asString(key);
    if (name === undefined) throw runtimeFault('keywords must be strings');
    if (values.has(name)) throw runtimeFault(`got multiple values for keyword argument '${name}'`);
    frame.rendering.budget.collects(1);
    values.set(name, value);
  }
}
