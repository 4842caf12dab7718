import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { isSpace, skipSpace, trimEndOf } from '../syntax/whitespace.js';
import { textLike } from '../values/markup.js';
import { list, tuple } from '../values/sequence.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { splitLines } from './split-lines.js';
import { requireCount, requireText, selfText } from './string-argument.js';

const SPLIT: Signature = { required: ['self'], optional: { sep: null, maxsplit: -1 } };

/** Methods that take text apart. */
export const SPLIT_METHODS = functionTable({
  split: [SPLIT, splitting(splitFromStart, splitWordsFromStart)],
  rsplit: [SPLIT, splitting(splitFromEnd, splitWordsFromEnd)],
  splitlines: [
    { required: ['self'], optional: { keepends: false } },
    ({ budget }, self, keepEnds) => {
      const lines = splitLines(selfText(self), isTrue(keepEnds));
      return collected(self, lines, budget);
    },
  ],
  partition: [
    { required: ['self', 'sep'] },
    (_, self, separator) => partition(self, requireText(separator, 'separator'), 'first'),
  ],
  rpartition: [
    { required: ['self', 'sep'] },
    (_, self, separator) => partition(self, requireText(separator, 'separator'), 'last'),
  ],
});

type SplitBy = (text: string, separator: string, most: number) => string[];
type SplitWords = (text: string, most: number) => string[];

function splitting(splitBy: SplitBy, splitWords: SplitWords): NativeBody {
  return ({ budget }, self, sep, maxsplit) => {
    const count = requireCount(maxsplit);
    const most = count < 0 ? Number.POSITIVE_INFINITY : count;
    const text = selfText(self);
    if (sep === null) return collected(self, splitWords(text, most), budget);
    const separator = requireText(sep, 'separator');
    if (separator === '') throw runtimeFault('empty separator');
    return collected(self, splitBy(text, separator, most), budget);
  };
}

function collected(self: Value, parts: readonly string[], budget: Budget): Value {
  budget.step(parts.length);
  budget.collects(parts.length);
  budget.makes(selfText(self).length);
  return list(parts.map((part) => textLike(self, part)));
}

function splitFromStart(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let from = 0;
  while (parts.length < most) {
    const at = text.indexOf(separator, from);
    if (at === -1) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(text.slice(from));
  return parts;
}

function splitFromEnd(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < most) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at === -1) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

function splitWordsFromStart(text: string, most: number): string[] {
  const words: string[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    if (words.length >= most) {
      words.push(trimEndOf(text.slice(at)));
      break;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charAt(at))) at += 1;
    words.push(text.slice(start, at));
    at = skipSpace(text, at);
  }
  return words;
}

function splitWordsFromEnd(text: string, most: number): string[] {
  const words: string[] = [];
  let rest = trimEndOf(text);
  while (rest !== '') {
    if (words.length >= most) {
      words.push(rest);
      break;
    }
    let start = rest.length;
    while (start > 0 && !isSpace(rest.charAt(start - 1))) start -= 1;
    words.push(rest.slice(start));
    rest = trimEndOf(rest.slice(0, start));
  }
  return words.reverse();
}

function partition(self: Value, separator: string, which: 'first' | 'last'): Value {
  if (separator === '') throw runtimeFault('empty separator');
  const text = selfText(self);
  const at = which === 'first' ? text.indexOf(separator) : text.lastIndexOf(separator);
  const found = [text.slice(0, at), separator, text.slice(at + separator.length)];
  const missing = which === 'first' ? [text, '', ''] : ['', '', text];
  return tuple(...(at === -1 ? missing : found).map((part) => textLike(self, part)));
}
