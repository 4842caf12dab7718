import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { functionTable } from '../runtime/native-function.js';
import type { Rendering } from '../runtime/rendering.js';
import { ABSENT } from '../values/absent.js';
import { collect } from '../values/collect.js';
import { Dict } from '../values/dict.js';
import { DictView } from '../values/dict-view.js';
import { iterate } from '../values/iterate.js';
import { isMapping, type Mapping, mappingEntries, mappingGet } from '../values/mapping.js';
import { repr } from '../values/repr.js';
import { tuple } from '../values/sequence.js';
import type { Value } from '../values/value.js';
import { ownDict } from './own-container.js';

/** The methods of dicts. Those that change one work only on dicts that the template made itself. */
export const DICT_METHODS = functionTable({
  items: [{ required: ['self'] }, ({ budget }, self) => new DictView('dict_items', asMapping(self), budget)],
  keys: [{ required: ['self'] }, ({ budget }, self) => new DictView('dict_keys', asMapping(self), budget)],
  values: [
    { required: ['self'] },
    ({ budget }, self) => new DictView('dict_values', asMapping(self), budget),
  ],
  get: [
    { required: ['self', 'key'], optional: { default: null } },
    (_, self, key, otherwise) => {
      const value = mappingGet(asMapping(self), key);
      return value === ABSENT ? otherwise : value;
    },
  ],
  copy: [
    { required: ['self'] },
    ({ budget }, self) => {
      const entries = [...mappingEntries(asMapping(self), budget)];
      budget.collects(2 * entries.length);
      return Dict.of(entries);
    },
  ],
  setdefault: [
    { required: ['self', 'key'], optional: { default: null } },
    ({ budget }, self, key, otherwise) => {
      const dict = ownDict(self, 'setdefault');
      const value = dict.get(key);
      if (value !== ABSENT) return value;
      budget.collects(2);
      dict.set(key, otherwise);
      return otherwise;
    },
  ],
  pop: [
    { required: ['self', 'key'], surplus: 'positional' },
    ({ budget }, self, key, surplus) => {
      const dict = ownDict(self, 'pop');
      const value = dict.get(key);
      if (value === ABSENT) {
        if (Array.isArray(surplus) && surplus.length > 0) return surplus[0];
        throw runtimeFault(repr(key, budget));
      }
      dict.delete(key);
      return value;
    },
  ],
  popitem: [
    { required: ['self'] },
    ({ budget }, self) => {
      const dict = ownDict(self, 'popitem');
      budget.step(dict.size);
      const last = [...dict.entries()].at(-1);
      if (last === undefined) throw runtimeFault('popitem(): dictionary is empty');
      dict.delete(last[0]);
      return tuple(...last);
    },
  ],
  clear: [
    { required: ['self'] },
    (_, self) => {
      ownDict(self, 'clear').clear();
      return null;
    },
  ],
  update: [
    { required: ['self'], surplus: 'all' },
    (rendering, self, others, named) => {
      const dict = ownDict(self, 'update');
      const sources = Array.isArray(others) ? others : [];
      for (const source of sources) addAll(rendering, dict, entriesOf(source, rendering.budget));
      if (named instanceof Map) addAll(rendering, dict, named);
      return null;
    },
  ],
});

function addAll({ budget }: Rendering, dict: Dict, entries: Iterable<readonly [Value, Value]>): void {
  for (const [key, value] of entries) {
    budget.step();
    budget.collects(2);
    dict.set(key, value);
  }
}

/** The pairs that `update` and `dict()` take: of a mapping, or of an iterable of pairs. */
export function* entriesOf(value: Value, budget: Budget): Iterable<readonly [Value, Value]> {
  if (isMapping(value)) {
    yield* mappingEntries(value, budget);
    return;
  }
  let index = 0;
  for (const pair of iterate(value, budget)) {
    const items = collect(pair, budget);
    if (items.length !== 2) {
      throw runtimeFault(
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    }
    yield [items[0], items[1]];
    index += 1;
  }
}

/** A method is only ever found on a mapping. */
function asMapping(self: Value): Mapping {
  return isMapping(self) ? self : {};
}
