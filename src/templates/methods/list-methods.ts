import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { functionTable } from '../runtime/native-function.js';
import { collect } from '../values/collect.js';
import { equals } from '../values/equality.js';
import { asCount } from '../values/integer.js';
import { isSequence, list } from '../values/sequence.js';
import { sorted } from '../values/sorted.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { ownList } from './own-container.js';

/** The methods of tuples. */
export const TUPLE_METHODS = functionTable({
  index: [
    { required: ['self', 'value'] },
    ({ budget }, self, value) => {
      const index = indexOf(items(self), value, budget);
      if (index === -1) throw runtimeFault('tuple.index(x): x not in tuple');
      return index;
    },
  ],
  count: [{ required: ['self', 'value'] }, ({ budget }, self, value) => count(items(self), value, budget)],
});

/** The methods of lists. Those that change one work only on lists that the template made itself. */
export const LIST_METHODS = functionTable({
  append: [
    { required: ['self', 'item'] },
    ({ budget }, self, item) => {
      budget.collects(1);
      ownList(self, 'append').push(item);
      return null;
    },
  ],
  extend: [
    { required: ['self', 'items'] },
    ({ budget }, self, more) => {
      const own = ownList(self, 'extend');
      for (const item of [...collect(more, budget)]) own.push(item);
      return null;
    },
  ],
  insert: [
    { required: ['self', 'index', 'item'] },
    ({ budget }, self, index, item) => {
      const own = ownList(self, 'insert');
      budget.step(own.length);
      budget.collects(1);
      own.splice(requireIndex(index), 0, item);
      return null;
    },
  ],
  pop: [
    { required: ['self'], optional: { index: -1 } },
    (_, self, index) => pop(ownList(self, 'pop'), index),
  ],
  remove: [
    { required: ['self', 'value'] },
    ({ budget }, self, value) => {
      const own = ownList(self, 'remove');
      const index = indexOf(own, value, budget);
      if (index === -1) throw runtimeFault('list.remove(x): x not in list');
      own.splice(index, 1);
      return null;
    },
  ],
  clear: [
    { required: ['self'] },
    (_, self) => {
      ownList(self, 'clear').length = 0;
      return null;
    },
  ],
  reverse: [
    { required: ['self'] },
    ({ budget }, self) => {
      const own = ownList(self, 'reverse');
      budget.step(own.length);
      own.reverse();
      return null;
    },
  ],
  sort: [
    { required: ['self'], optional: { reverse: false } },
    ({ budget }, self, reverse) => {
      const own = ownList(self, 'sort');
      const order = isTrue(reverse) ? 'descending' : 'ascending';
      sorted(own, (item) => item, order, budget).forEach((item, index) => {
        own[index] = item;
      });
      return null;
    },
  ],
  copy: [
    { required: ['self'] },
    ({ budget }, self) => {
      budget.collects(items(self).length);
      return list(items(self));
    },
  ],
  index: [
    { required: ['self', 'value'] },
    ({ budget }, self, value) => {
      const index = indexOf(items(self), value, budget);
      if (index === -1) throw runtimeFault('value is not in list');
      return index;
    },
  ],
  count: [{ required: ['self', 'value'] }, ({ budget }, self, value) => count(items(self), value, budget)],
});

/** A method is only ever found on a list or tuple. */
function items(self: Value): readonly Value[] {
  return isSequence(self) ? self : [];
}

function indexOf(candidates: readonly Value[], value: Value, budget: Budget): number {
  budget.step(candidates.length);
  return candidates.findIndex((candidate) => candidate === value || equals(candidate, value, budget));
}

function count(candidates: readonly Value[], value: Value, budget: Budget): number {
  budget.step(candidates.length);
  return candidates.filter((candidate) => candidate === value || equals(candidate, value, budget)).length;
}

function pop(own: Value[], index: Value): Value {
  if (own.length === 0) throw runtimeFault('pop from empty list');
  const position = requireIndex(index);
  const at = position < 0 ? own.length + position : position;
  if (at < 0 || at >= own.length) throw runtimeFault('pop index out of range');
  return own.splice(at, 1)[0];
}

function requireIndex(value: Value): number {
  const index = asCount(value);
  if (index === undefined) throw runtimeFault('an index must be an integer');
  return index;
}
