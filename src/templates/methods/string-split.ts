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
  split: [SPLIT, splitting(splitFromStart, splitWordsFromStart, (parts) => parts)],
  rsplit: [SPLIT, splitting(splitFromEnd, splitWordsFromEnd, (parts) => parts.toReversed())],
  splitlines: [
    { required: ['self'], optional: { keepends: false } },
    ({ budget }, self, keepEnds) => {
      return list(collected(self, splitLines(selfText(self), isTrue(keepEnds)), budget));
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

/** Gives the parts of a text one after the other, in the order in which they are found. */
type SplitBy = (text: string, separator: string, most: number) => Iterable<string>;
type SplitWords = (text: string, most: number) => Iterable<string>;
type Arrange = (parts: readonly Value[]) => readonly Value[];

function splitting(splitBy: SplitBy, splitWords: SplitWords, arrange: Arrange): NativeBody {
  return ({ budget }, self, sep, maxsplit) => {
    const count = requireCount(maxsplit);
    const most = count < 0 ? Number.POSITIVE_INFINITY : count;
    const text = selfText(self);
    if (sep === null) return list(arrange(collected(self, splitWords(text, most), budget)));
    const separator = requireText(sep, 'separator');
    if (separator === '') throw runtimeFault('empty separator');
    return list(arrange(collected(self, splitBy(text, separator, most), budget)));
  };
}

/** The parts as values, each paid for before the next is looked for. */
function collected(self: Value, parts: Iterable<string>, budget: Budget): Value[] {
  budget.makes(selfText(self).length);
  const values: Value[] = [];
  for (const part of parts) {
    budget.step();
    budget.collects(1);
    values.push(textLike(self, part));
  }
  return values;
}

function* splitFromStart(text: string, separator: string, most: number): Iterable<string> {
  let from = 0;
  for (let count = 0; count < most; count += 1) {
    const at = text.indexOf(separator, from);
    if (at === -1) break;
    yield text.slice(from, at);
    from = at + separator.length;
  }
  yield text.slice(from);
}

function* splitFromEnd(text: string, separator: string, most: number): Iterable<string> {
  let end = text.length;
  for (let count = 0; count < most; count += 1) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at === -1) break;
    yield text.slice(at + separator.length, end);
    end = at;
  }
  yield text.slice(0, end);
}

function* splitWordsFromStart(text: string, most: number): Iterable<string> {
  let at = skipSpace(text, 0);
  for (let count = 0; at < text.length; count += 1) {
    if (count >= most) {
      yield trimEndOf(text.slice(at));
      return;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charAt(at))) at += 1;
    yield text.slice(start, at);
    at = skipSpace(text, at);
  }
}

function* splitWordsFromEnd(text: string, most: number): Iterable<string> {
  let rest = trimEndOf(text);
  for (let count = 0; rest !== ''; count += 1) {
    if (count >= most) {
      yield rest;
      return;
    }
    let start = rest.length;
    while (start > 0 && !isSpace(rest.charAt(start - 1))) start -= 1;
    yield rest.slice(start);
    rest = trimEndOf(rest.slice(0, start));
  }
}

function partition(self: Value, separator: string, which: 'first' | 'last'): Value {
  if (separator === '') throw runtimeFault('empty separator');
  const text = selfText(self);
  const at = which === 'first' ? text.indexOf(separator) : text.lastIndexOf(separator);
  const found = [text.slice(0, at), separator, text.slice(at + separator.length)];
  const missing = which === 'first' ? [text, '', ''] : ['', '', text];
  return tuple(...(at === -1 ? missing : found).map((part) => textLike(self, part)));
}
