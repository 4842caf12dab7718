import { runtimeFault } from '../fault.js';
import { NO_NAMED } from '../runtime/call-arguments.js';
import { functionTable, type NativeBody, type NativeFunction } from '../runtime/native-function.js';
import type { Rendering } from '../runtime/rendering.js';
import type { Signature } from '../runtime/signature.js';
import { Lazy } from '../values/iterable-object.js';
import { iterate } from '../values/iterate.js';
import { text } from '../values/text.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { attributeKey } from './attribute-path.js';

const SELECTION: Signature = { required: ['value'], surplus: 'all' };

/** Filters that apply other filters and tests to each item. Their results come as they are asked for. */
export const SELECTION_FILTERS = functionTable({
  map: [SELECTION, map],
  select: [SELECTION, selecting('the item', true)],
  reject: [SELECTION, selecting('the item', false)],
  selectattr: [SELECTION, selecting('an attribute', true)],
  rejectattr: [SELECTION, selecting('an attribute', false)],
});

type NamedValues = ReadonlyMap<string, Value>;

function map(rendering: Rendering, value: Value, surplus: Value, surplusNamed: Value): Value {
  const positional: readonly Value[] = Array.isArray(surplus) ? surplus : [];
  const named: NamedValues = surplusNamed instanceof Map ? surplusNamed : NO_NAMED;
  const change = mapping(rendering, positional, named);
  return new Lazy(changed(rendering, value, change));
}

function* changed({ budget }: Rendering, value: Value, change: (item: Value) => Value): Iterable<Value> {
  if (!isTrue(value)) return;
  for (const item of iterate(value, budget)) {
    budget.step();
    yield change(item);
  }
}

/** `map('filter', …)`, or `map(attribute='name', default=…)`. */
function mapping(
  rendering: Rendering,
  positional: readonly Value[],
  named: NamedValues,
): (item: Value) => Value {
  const [name, ...rest] = positional;
  if (positional.length === 0 && named.has('attribute')) {
    for (const other of named.keys()) {
      if (other !== 'attribute' && other !== 'default')
        throw runtimeFault(`Unexpected keyword argument '${other}'`);
    }
    return attributeKey(rendering, named.get('attribute'), named.get('default') ?? null);
  }
  if (positional.length === 0) throw runtimeFault('map requires a filter argument');
  const filter = lookUp(rendering, 'filter', name);
  return (item) => filter.call(rendering, { positional: [item, ...rest], named });
}

function selecting(subject: 'the item' | 'an attribute', wanted: boolean): NativeBody {
  return (rendering, value, surplus, surplusNamed) => {
    const positional: readonly Value[] = Array.isArray(surplus) ? surplus : [];
    const named: NamedValues = surplusNamed instanceof Map ? surplusNamed : NO_NAMED;
    if (subject === 'the item') {
      const holds = condition(rendering, positional, named);
      return new Lazy(selected(rendering, value, (item) => holds(item) === wanted));
    }
    if (positional.length === 0) throw runtimeFault('Missing parameter for attribute name');
    const key = attributeKey(rendering, positional[0]);
    const holds = condition(rendering, positional.slice(1), named);
    return new Lazy(selected(rendering, value, (item) => holds(key(item)) === wanted));
  };
}

function* selected({ budget }: Rendering, value: Value, accepts: (item: Value) => boolean): Iterable<Value> {
  if (!isTrue(value)) return;
  for (const item of iterate(value, budget)) {
    budget.step();
    if (accepts(item)) yield item;
  }
}

/** The test that is named, or whether the value is true. */
function condition(
  rendering: Rendering,
  positional: readonly Value[],
  named: NamedValues,
): (value: Value) => boolean {
  if (positional.length === 0) return isTrue;
  const [name, ...rest] = positional;
  const test = lookUp(rendering, 'test', name);
  return (value) => isTrue(test.call(rendering, { positional: [value, ...rest], named }));
}

function lookUp(rendering: Rendering, noun: 'filter' | 'test', name: Value): NativeFunction {
  const { filters, tests } = rendering.engine;
  const shown = text(name, rendering.budget);
  const found = (noun === 'filter' ? filters : tests).get(shown);
  if (found === undefined) throw runtimeFault(`No ${noun} named '${shown}'.`);
  return found;
}
