import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { isPlain, paidCodePoints } from './code-points.js';
import { asCount } from './integer.js';
import { isMapping } from './mapping.js';
import { asString, textLike } from './markup.js';
import { Range } from './range.js';
import { List, Tuple } from './sequence.js';
import { typeName } from './type-name.js';
import type { Value } from './value.js';

/** The `start:stop:step` between the brackets of a subscript, its parts as written. */
export class Slice {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/**
 * The part of a sequence or text that a slice takes.
 *
 * @throws a runtime fault for values that have no parts
 */
export function sliceOf(value: Value, slice: Slice, budget: Budget): Value {
  if (Array.isArray(value)) {
    const span = spanOf(slice, value.length);
    budget.step(span.count);
    budget.collects(span.count);
    const result = value instanceof Tuple ? new Tuple() : new List();
    for (const index of indexes(span)) result.push(value[index]);
    return result;
  }
  if (value instanceof Range) return sliceOfRange(value, slice);
  const text = asString(value);
  if (text === undefined) throw notSliceable(value);
  return textLike(value, sliceOfText(text, slice, budget));
}

function notSliceable(value: Value): Error {
  if (isMapping(value)) return runtimeFault("unhashable type: 'slice'");
  return runtimeFault(`'${typeName(value)}' object is not subscriptable`);
}

/** Where a slice begins in a sequence, how far apart its items are and how many it takes. */
interface Span {
  readonly start: number;
  /** The index that it stops before. */
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

function spanOf(slice: Slice, length: number): Span {
  const step = sliceIndex(slice.step) ?? 1;
  if (step === 0) throw runtimeFault('slice step cannot be zero');
  const first = step > 0 ? 0 : -1;
  const last = step > 0 ? length : length - 1;
  const bound = (part: Value, otherwise: number): number => {
    const index = sliceIndex(part);
    if (index === undefined) return otherwise;
    return Math.min(Math.max(index < 0 ? index + length : index, first), last);
  };
  const start = bound(slice.start, step > 0 ? 0 : length - 1);
  const stop = bound(slice.stop, step > 0 ? length : -1);
  return { start, stop, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

function sliceIndex(part: Value): number | undefined {
  if (part === null) return undefined;
  const index = asCount(part);
  if (index === undefined) {
    throw runtimeFault('slice indices must be integers or None or have an __index__ method');
  }
  return index;
}

function* indexes(span: Span): Iterable<number> {
  for (let taken = 0; taken < span.count; taken += 1) yield span.start + taken * span.step;
}

function sliceOfRange(range: Range, slice: Slice): Range {
  const span = spanOf(slice, range.length);
  const step = range.step * span.step;
  return new Range(range.at(span.start), range.at(span.stop), step);
}

function sliceOfText(text: string, slice: Slice, budget: Budget): string {
  budget.reads(text.length);
  const characters = isPlain(text) ? text : paidCodePoints(text, budget);
  const span = spanOf(slice, characters.length);
  budget.makes(span.count);
  if (span.step === 1) {
    const part = characters.slice(span.start, span.start + span.count);
    return typeof part === 'string' ? part : part.join('');
  }
  budget.step(span.count);
  let result = '';
  for (const index of indexes(span)) result += characters[index] ?? '';
  return result;
}
