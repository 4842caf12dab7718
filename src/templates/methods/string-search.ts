import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { codePointLength, isPlain } from '../values/code-points.js';
import { countOccurrences } from '../values/count-occurrences.js';
import { asCount } from '../values/integer.js';
import { textLike } from '../values/markup.js';
import { Tuple } from '../values/sequence.js';
import { Slice, sliceOf } from '../values/slice.js';
import type { Value } from '../values/value.js';
import { requireCount, requireText, selfText, textInto } from './string-argument.js';

const IN_RANGE: Signature = { required: ['self', 'sub'], optional: { start: null, end: null } };

/** Methods that look for text in a text, and replace it. */
export const SEARCH_METHODS = functionTable({
  startswith: [IN_RANGE, testing((text, part) => text.startsWith(part), 'startswith')],
  endswith: [IN_RANGE, testing((text, part) => text.endsWith(part), 'endswith')],
  find: [IN_RANGE, finding('indexOf')],
  rfind: [IN_RANGE, finding('lastIndexOf')],
  index: [IN_RANGE, required(finding('indexOf'))],
  rindex: [IN_RANGE, required(finding('lastIndexOf'))],
  count: [
    IN_RANGE,
    ({ budget }, self, part, start, end) =>
      occurrences(requireText(part, 'argument'), selfText(within(self, start, end, budget)), budget),
  ],
  replace: [
    { required: ['self', 'old', 'new'], optional: { count: -1 } },
    ({ budget }, self, old, replacement, count) => {
      const by = textInto(self, replacement, 'replace() argument 2', budget);
      const most = requireCount(count);
      return textLike(
        self,
        replaceText(selfText(self), requireText(old, 'replace() argument 1'), by, most, budget),
      );
    },
  ],
});

/**
 * A text with a part replaced wherever it occurs.
 *
 * @param most how many occurrences are replaced; all when it is negative
 */
export function replaceText(text: string, old: string, by: string, most: number, budget: Budget): string {
  if (most === 0) return text;
  const pieces = old === '' ? ['', ...Array.from(text), ''] : text.split(old);
  const replaced = most < 0 ? pieces.length - 1 : Math.min(most, pieces.length - 1);
  budget.step(Math.ceil(pieces.length / 16));
  budget.makes(text.length + replaced * by.length);
  if (replaced === pieces.length - 1) return pieces.join(by);
  const head = pieces.slice(0, replaced + 1).join(by);
  return [head, ...pieces.slice(replaced + 1)].join(old);
}

function occurrences(part: string, text: string, budget: Budget): number {
  return part === '' ? codePointLength(text) + 1 : countOccurrences(part, text, budget);
}

function within(self: Value, start: Value, end: Value, budget: Budget): Value {
  return start === null && end === null ? self : sliceOf(self, new Slice(start, end, null), budget);
}

function testing(test: (text: string, part: string) => boolean, name: string): NativeBody {
  return ({ budget }, self, part, start, end) => {
    const text = selfText(within(self, start, end, budget));
    const parts = part instanceof Tuple ? part : [part];
    return parts.some((candidate) => test(text, requireText(candidate, `${name} first arg`)));
  };
}

function finding(search: 'indexOf' | 'lastIndexOf'): NativeBody {
  return ({ budget }, self, part, start, end) => {
    const text = selfText(within(self, start, end, budget));
    const at = text[search](requireText(part, 'argument'));
    if (at === -1) return -1;
    const index = isPlain(text) ? at : codePointLength(text.slice(0, at));
    const from = asCount(start) ?? 0;
    return index + (from < 0 ? Math.max(0, codePointLength(selfText(self)) + from) : from);
  };
}

function required(find: NativeBody): NativeBody {
  return (rendering, ...values) => {
    const index = find(rendering, ...values);
    if (index === -1) throw runtimeFault('substring not found');
    return index;
  };
}
