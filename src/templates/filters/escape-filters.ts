import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { escapeHtml, Markup } from '../values/markup.js';
import { text } from '../values/text.js';

const VALUE: Signature = { required: ['value'] };
const escapeUnlessMarkup: NativeBody = ({ budget }, value) => {
  if (value instanceof Markup) return value;
  const escaped = escapeHtml(text(value, budget), budget);
  budget.makes(escaped.length);
  return new Markup(escaped);
};

/** Filters between text and markup. */
export const ESCAPE_FILTERS = functionTable({
  escape: [VALUE, escapeUnlessMarkup],
  e: [VALUE, escapeUnlessMarkup],
  forceescape: [
    VALUE,
    ({ budget }, value) => {
      const escaped = escapeHtml(text(value, budget), budget);
      budget.makes(escaped.length);
      return new Markup(escaped);
    },
  ],
  safe: [VALUE, ({ budget }, value) => (value instanceof Markup ? value : new Markup(text(value, budget)))],
});
