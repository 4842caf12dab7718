import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { trimEndOf, trimOf, trimStartOf } from '../syntax/whitespace.js';
import { textLike } from '../values/markup.js';
import type { Value } from '../values/value.js';
import { requireText, selfText } from './string-argument.js';

/** Which end of a text is stripped. */
export type StripSide = 'both' | 'start' | 'end';

/** Methods that take characters off the ends of a text. */
export const STRIP_METHODS = functionTable({
  strip: stripping('both'),
  lstrip: stripping('start'),
  rstrip: stripping('end'),
  removeprefix: [
    { required: ['self', 'prefix'] },
    (_, self, prefix) => {
      const text = selfText(self);
      const removed = requireText(prefix, 'removeprefix() argument');
      return textLike(self, text.startsWith(removed) ? text.slice(removed.length) : text);
    },
  ],
  removesuffix: [
    { required: ['self', 'suffix'] },
    (_, self, suffix) => {
      const text = selfText(self);
      const removed = requireText(suffix, 'removesuffix() argument');
      const ends = removed !== '' && text.endsWith(removed);
      return textLike(self, ends ? text.slice(0, -removed.length) : text);
    },
  ],
});

/** A text without the characters of a set at its ends; without a set, without whitespace. */
export function strip(text: string, characters: string | undefined, side: StripSide): string {
  if (characters === undefined) return TRIM[side](text);
  const set = new Set(characters);
  const all = Array.from(text);
  let start = 0;
  let end = all.length;
  if (side !== 'end') while (start < end && set.has(all[start] ?? '')) start += 1;
  if (side !== 'start') while (end > start && set.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join('');
}

const TRIM: Readonly<Record<StripSide, (text: string) => string>> = {
  both: trimOf,
  start: trimStartOf,
  end: trimEndOf,
};

function stripping(side: StripSide): [Signature, NativeBody] {
  return [
    { required: ['self'], optional: { chars: null } },
    ({ budget }, self: Value, chars: Value) => {
      const text = selfText(self);
      budget.makes(text.length);
      const set = chars === null ? undefined : requireText(chars, 'strip arg');
      return textLike(self, strip(text, set, side));
    },
  ];
}
