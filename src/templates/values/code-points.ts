import type { Budget } from '../budget.js';

const SURROGATE = /[\ud800-\udfff]/;
const CHARACTERS_PER_STEP = 16;

/** Whether every character of a text is one UTF-16 unit, so that JavaScript's indexes are Python's. */
export function isPlain(text: string): boolean {
  return !SURROGATE.test(text);
}

/** The characters of a text that is not plain; taking it apart takes time. */
export function paidCodePoints(text: string, budget: Budget): readonly string[] {
  budget.step(Math.ceil(text.length / CHARACTERS_PER_STEP));
  return Array.from(text);
}

/** The length of a text in Python's characters. */
export function codePointLength(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `count` characters of a text. */
export function codePointPrefix(text: string, count: number): string {
  return isPlain(text) ? text.slice(0, count) : Array.from(text).slice(0, count).join('');
}
