import { runtimeFault } from '../fault.js';
import { entriesOf } from '../methods/dict-methods.js';
import { requireCount } from '../methods/string-argument.js';
import { type FunctionTable, functionTable } from '../runtime/native-function.js';
import { Dict } from '../values/dict.js';
import { Namespace } from '../values/namespace.js';
import { Range } from '../values/range.js';
import { text } from '../values/text.js';
import { Cycler } from './cycler.js';
import { Joiner } from './joiner.js';
import { placeholderText } from './placeholder-text.js';

/** The functions that every template sees. */
export const BUILTIN_GLOBALS: FunctionTable = functionTable({
  range: [
    { required: ['start'], optional: { stop: undefined, step: 1 } },
    (_, first, last, step) => {
      const stride = requireCount(step);
      if (stride === 0) throw runtimeFault('range() arg 3 must not be zero');
      if (last === undefined) return new Range(0, requireCount(first), 1);
      return new Range(requireCount(first), requireCount(last), stride);
    },
  ],
  dict: [
    { surplus: 'all' },
    ({ budget }, positional, named) => {
      const sources = [
        ...(Array.isArray(positional) ? positional : []),
        ...(named instanceof Map ? [named] : []),
      ];
      const dict = new Dict();
      for (const source of sources) {
        for (const [key, value] of entriesOf(source, budget)) {
          budget.step();
          budget.collects(2);
          dict.set(key, value);
        }
      }
      return dict;
    },
  ],
  namespace: [
    { surplus: 'all' },
    ({ budget }, positional, named) => {
      const attributes = new Map<string, unknown>();
      for (const source of Array.isArray(positional) ? positional : []) {
        for (const [key, value] of entriesOf(source, budget)) attributes.set(text(key, budget), value);
      }
      if (named instanceof Map) for (const [name, value] of named) attributes.set(name, value);
      return new Namespace(attributes);
    },
  ],
  cycler: [
    { surplus: 'positional' },
    (_, items) => {
      if (!Array.isArray(items) || items.length === 0)
        throw runtimeFault('at least one item has to be provided');
      return new Cycler(items);
    },
  ],
  joiner: [{ optional: { sep: ', ' } }, (_, separator) => new Joiner(separator)],
  lipsum: [
    { optional: { n: 5, html: true, min: 20, max: 100 } },
    (rendering, n, html, min, max) =>
      placeholderText(rendering, {
        paragraphs: requireCount(n),
        asHtml: html !== false,
        fewestWords: requireCount(min),
        mostWords: requireCount(max),
      }),
  ],
});
