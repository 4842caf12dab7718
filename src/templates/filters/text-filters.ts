import { runtimeFault } from '../fault.js';
import { lazyPattern } from '../lazy-pattern.js';
import { requireCount, requireText } from '../methods/string-argument.js';
import { capitalize, upperCase } from '../methods/string-case.js';
import { replaceText } from '../methods/string-search.js';
import { strip } from '../methods/string-strip.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Rendering } from '../runtime/rendering.js';
import type { Signature } from '../runtime/signature.js';
import { escapeHtml, Markup, textLike } from '../values/markup.js';
import { formatPercent } from '../values/percent-format.js';
import { tupleOf } from '../values/sequence.js';
import { text } from '../values/text.js';
import { isTrue } from '../values/truth.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { softText } from './soft-text.js';
import { stringOf } from './string-of.js';

const WORDS = lazyPattern('[\\p{L}\\p{N}_]+', 'gu');
const TITLE_WORD = /[^-\s({[<]+/g;
const DEFAULT: readonly [Signature, NativeBody] = [
  { required: ['value'], optional: { default_value: '', boolean: false }, ignoresContent: true },
  (_, value, otherwise, forFalse) => {
    const isLeftOut = value instanceof Undefined || (isTrue(forFalse) && !isTrue(value));
    return isLeftOut ? otherwise : value;
  },
];

/** Filters that change text, or stand in for it. */
export const TEXT_FILTERS = functionTable({
  upper: mapping(upperCase),
  lower: mapping((string) => string.toLowerCase()),
  capitalize: mapping(capitalize),
  title: [
    { required: ['s'] },
    (rendering, value) => {
      const string = stringOf(softText(rendering, value));
      rendering.budget.makes(string.length);
      return string.replace(TITLE_WORD, (word) => upperCase(word.slice(0, 1)) + word.slice(1).toLowerCase());
    },
  ],
  trim: [
    { required: ['value'], optional: { chars: null } },
    (rendering, value, chars) => {
      const string = softText(rendering, value);
      rendering.budget.makes(stringOf(string).length);
      const set = chars === null ? undefined : requireText(chars, 'strip arg');
      return textLike(string, strip(stringOf(string), set, 'both'));
    },
  ],
  replace: [{ required: ['s', 'old', 'new'], optional: { count: null } }, replace],
  string: [{ required: ['value'] }, softText],
  default: DEFAULT,
  d: DEFAULT,
  format: [
    { required: ['value'], surplus: 'all' },
    (rendering, value, positional, named) => {
      const values = Array.isArray(positional) ? positional : [];
      const names = named instanceof Map ? named : new Map();
      if (values.length > 0 && names.size > 0) {
        throw runtimeFault("can't handle positional and keyword arguments at the same time");
      }
      return formatPercent(
        softText(rendering, value),
        names.size > 0 ? names : tupleOf(values),
        rendering.budget,
      );
    },
  ],
  wordcount: [
    { required: ['s'] },
    (rendering, value) => stringOf(softText(rendering, value)).match(WORDS())?.length ?? 0,
  ],
});

function mapping(change: (text: string) => string): readonly [Signature, NativeBody] {
  return [
    { required: ['s'] },
    (rendering, value) => {
      const string = softText(rendering, value);
      rendering.budget.makes(stringOf(string).length);
      return textLike(string, change(stringOf(string)));
    },
  ];
}

/** Where output is escaped, plain text is escaped first if markup goes into it, and markup stays markup. */
function replace(rendering: Rendering, value: Value, old: Value, by: Value, count: Value): Value {
  const { budget, autoescape } = rendering;
  const most = count === null ? -1 : requireCount(count);
  const target = softText(rendering, value);
  const oldText = text(old, budget);
  const byText = text(by, budget);
  const needsMarkup = [value, old, by].some((part) => part instanceof Markup);
  if (!autoescape || !needsMarkup) return replaceText(stringOf(target), oldText, byText, most, budget);
  const source = target instanceof Markup ? target.text : escapeHtml(target, budget);
  const escapedBy = by instanceof Markup ? byText : escapeHtml(byText, budget);
  return new Markup(replaceText(source, oldText, escapedBy, most, budget));
}
