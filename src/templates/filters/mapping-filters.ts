import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { findAttribute } from '../runtime/access.js';
import { functionTable } from '../runtime/native-function.js';
import { ABSENT } from '../values/absent.js';
import { Lazy } from '../values/iterable-object.js';
import { isMapping, type Mapping, mappingEntries } from '../values/mapping.js';
import { tuple } from '../values/sequence.js';
import { text } from '../values/text.js';
import { describeOwner } from '../values/type-name.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';

/** Filters on dicts and objects. */
export const MAPPING_FILTERS = functionTable({
  items: [
    { required: ['value'] },
    ({ budget }, value) => {
      if (value instanceof Undefined) return new Lazy([]);
      if (!isMapping(value)) throw runtimeFault('Can only get item pairs from a mapping.');
      return new Lazy(pairs(value, budget));
    },
  ],
  attr: [
    { required: ['obj', 'name'] },
    (rendering, object, attribute) => {
      const name = text(attribute, rendering.budget);
      if (object instanceof Undefined) return object.kind === 'chainable' ? object : object.refuse();
      const found = findAttribute(object, name);
      if (found !== ABSENT) return found;
      return rendering.missing(`'${describeOwner(object)}' has no attribute '${name}'`);
    },
  ],
});

function* pairs(mapping: Mapping, budget: Budget): Iterable<Value> {
  for (const [key, value] of mappingEntries(mapping, budget)) yield tuple(key, value);
}
