import { runtimeFault } from '../fault.js';
import { collectLines } from '../methods/split-lines.js';
import { requireCount, requireText } from '../methods/string-argument.js';
import { center, missingCharacters } from '../methods/string-padding.js';
import { functionTable } from '../runtime/native-function.js';
import { codePointLength, codePointPrefix } from '../values/code-points.js';
import { asCount } from '../values/integer.js';
import { length as lengthOf } from '../values/length.js';
import { asString, Markup, textLike } from '../values/markup.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { softText } from './soft-text.js';
import { stringOf } from './string-of.js';
import { wrapLine } from './wrap-line.js';

const STANDARD_LEEWAY = 5;

/** Filters that arrange text on lines. */
export const LAYOUT_FILTERS = functionTable({
  center: [
    { required: ['value'], optional: { width: 80 } },
    (rendering, value, width) => {
      const string = softText(rendering, value);
      const missing = missingCharacters(stringOf(string), requireCount(width), rendering.budget);
      return textLike(string, center(stringOf(string), missing, ' '));
    },
  ],
  indent: [
    { required: ['s'], optional: { width: 4, first: false, blank: false } },
    (rendering, value, width, first, blank) => {
      const string = value instanceof Markup ? value : requireText(value, 'the value to indent');
      const indentation = indentationOf(width, rendering.budget);
      const lines = collectLines(`${stringOf(string)}\n`, rendering.budget);
      rendering.budget.makes(stringOf(string).length + lines.length * indentation.length);
      const indented = lines.map((line, index) =>
        (index === 0 ? isTrue(first) : line !== '' || isTrue(blank)) ? indentation + line : line,
      );
      return textLike(string, indented.join('\n'));
    },
  ],
  truncate: [
    { required: ['s'], optional: { length: 255, killwords: false, end: '...', leeway: null } },
    (rendering, value, length, killWords, end, leeway) => {
      const options = {
        length: requireCount(length),
        end: requireText(end, 'end'),
        leeway: leewayOf(leeway),
      };
      const size = lengthOf(value, rendering.budget);
      if (size <= options.length + options.leeway && options.length >= options.end.length) return value;
      const string = requireText(value, 'the value to truncate');
      return textLike(value, truncate(string, { ...options, killWords: isTrue(killWords) }));
    },
  ],
  wordwrap: [
    {
      required: ['s'],
      optional: { width: 79, break_long_words: true, wrapstring: null, break_on_hyphens: true },
    },
    (rendering, value, width, breakLongWords, wrapString, breakOnHyphens) => {
      const newline = wrapString === null ? '\n' : requireText(wrapString, 'wrapstring');
      const columns = requireCount(width);
      if (columns <= 0) throw runtimeFault(`invalid width ${columns} (must be > 0)`);
      const options = {
        columns,
        breakLongWords: isTrue(breakLongWords),
        breakOnHyphens: isTrue(breakOnHyphens),
      };
      const string = requireText(value, 'the value to wrap');
      rendering.budget.step(Math.ceil(string.length / 2));
      const lines = collectLines(string, rendering.budget).map((line) =>
        wrapLine(line, options).join(newline),
      );
      const wrapped = lines.join(newline);
      rendering.budget.makes(wrapped.length);
      return wrapped;
    },
  ],
});

interface Truncation {
  readonly length: number;
  readonly end: string;
  readonly leeway: number;
  readonly killWords: boolean;
}

function truncate(string: string, { length, end, leeway, killWords }: Truncation): string {
  const kept = length - codePointLength(end);
  if (kept < 0) throw runtimeFault(`expected length >= ${codePointLength(end)}, got ${length}`);
  if (leeway < 0) throw runtimeFault(`expected leeway >= 0, got ${leeway}`);
  if (codePointLength(string) <= length + leeway) return string;
  const prefix = codePointPrefix(string, kept);
  const space = prefix.lastIndexOf(' ');
  return (killWords || space === -1 ? prefix : prefix.slice(0, space)) + end;
}

function leewayOf(value: Value): number {
  return value === null ? STANDARD_LEEWAY : requireCount(value);
}

function indentationOf(width: Value, budget: { makes(characters: number): void }): string {
  const string = asString(width);
  if (string !== undefined) return string;
  const columns = asCount(width) ?? requireCount(width);
  budget.makes(Math.max(0, columns));
  return ' '.repeat(Math.max(0, columns));
}
