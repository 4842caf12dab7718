import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { functionTable } from '../runtime/native-function.js';
import { iterate } from '../values/iterate.js';
import { isMapping } from '../values/mapping.js';
import { asString, Markup } from '../values/markup.js';
import { typeName } from '../values/type-name.js';
import { requireDefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { formatBraces } from './brace-format.js';
import { requireText, selfText, textInto } from './string-argument.js';

/** Methods that put text together. */
export const FORMAT_METHODS = functionTable({
  format: [
    { required: ['self'], surplus: 'all' },
    (rendering, self, positional, named) => {
      const values = Array.isArray(positional) ? positional : [];
      return formatBraces(rendering, self, values, named instanceof Map ? named : new Map());
    },
  ],
  format_map: [
    { required: ['self', 'mapping'] },
    (rendering, self, mapping) => {
      requireText(self, 'format');
      if (!isMapping(mapping)) throw runtimeFault(`'${typeName(mapping)}' object is not subscriptable`);
      return formatBraces(rendering, self, [], mapping);
    },
  ],
  join: [
    { required: ['self', 'iterable'] },
    ({ budget }, self, iterable) => {
      const separator = selfText(self);
      const parts: string[] = [];
      let length = 0;
      requireDefined(iterable);
      for (const item of iterate(iterable, budget)) {
        budget.step();
        parts.push(joinedItem(self, item, parts.length, budget));
        length += separator.length + (parts.at(-1)?.length ?? 0);
      }
      budget.makes(length);
      const joined = parts.join(separator);
      return self instanceof Markup ? new Markup(joined) : joined;
    },
  ],
});

function joinedItem(self: Value, item: Value, index: number, budget: Budget): string {
  if (asString(item) === undefined) {
    requireDefined(item);
    throw runtimeFault(`sequence item ${index}: expected str instance, ${typeName(item)} found`);
  }
  return textInto(self, item, 'a joined item', budget);
}
