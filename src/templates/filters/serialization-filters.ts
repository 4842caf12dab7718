import type { Budget } from '../budget.js';
import { requireCount } from '../methods/string-argument.js';
import { functionTable } from '../runtime/native-function.js';
import { asString, Markup } from '../values/markup.js';
import type { Value } from '../values/value.js';
import { jsonText } from './json-text.js';
import { prettyText } from './pretty-text.js';

const UNSAFE_IN_HTML: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  "'": '\\u0027',
};

/** Filters that write whole values down. */
export const SERIALIZATION_FILTERS = functionTable({
  tojson: [
    { required: ['value'], optional: { indent: null } },
    ({ budget }, value, indent) => {
      const json = jsonText(value, indentationOf(indent, budget), budget);
      return new Markup(json.replace(/[<>&']/g, (character) => UNSAFE_IN_HTML[character] ?? character));
    },
  ],
  pprint: [{ required: ['value'] }, ({ budget }, value) => prettyText(value, budget)],
});

function indentationOf(indent: Value, budget: Budget): string | undefined {
  if (indent === null) return undefined;
  const text = asString(indent);
  if (text !== undefined) return text;
  const count = Math.max(0, requireCount(indent));
  budget.makes(count);
  return ' '.repeat(count);
}
