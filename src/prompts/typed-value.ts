import { isDeepStrictEqual } from 'node:util';
import type { VariableType } from '../formats/prompt-document.js';

/** A value as it came: a word of a command line, a value of a file or a program, or the declared default. */
export type GivenValue =
  | { readonly from: 'word'; readonly text: string }
  | { readonly from: 'data'; readonly value: unknown }
  | { readonly from: 'default'; readonly value: unknown };

/** What a value is to be. */
export interface DeclaredType {
  readonly type: VariableType;
  /** The values to choose from; absent when any value of the type will do. */
  readonly choices?: readonly unknown[] | undefined;
}

/** What came of a value; `problem` goes behind the words for what it is the value of. */
export type TypedValue =
  | { readonly fits: true; readonly value: unknown }
  | { readonly fits: false; readonly problem: string; readonly hint: string | undefined };

/**
 * A value by its declared type: a word is read by it, data has to be of it already.
 *
 * @example typedValue({ type: 'integer' }, { from: 'word', text: '3' }) // { fits: true, value: 3 }
 * @example typedValue({ type: 'integer' }, { from: 'word', text: 'x' }).problem === 'is to be a whole number, not "x"'
 */
export function typedValue({ type, choices }: DeclaredType, given: GivenValue): TypedValue {
  const value = given.from === 'word' ? readWord[type](given.text) : given.value;
  if (value === undefined || !isOfType[type](value))
    return { fits: false, problem: `is to be ${wording[type]}, not ${shown(given)}`, hint: hints[type] };
  if (choices === undefined || choices.some((choice) => isDeepStrictEqual(choice, value)))
    return { fits: true, value };
  const hint = `It is one of: ${choices.map((choice) => shortened(wordOf(choice))).join(', ')}.`;
  return { fits: false, problem: `cannot be ${shown(given)}`, hint };
}

const wording: Readonly<Record<VariableType, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  any: 'a value',
};

const hints: Readonly<Record<VariableType, string | undefined>> = {
  string: 'In a file, put it in quotes.',
  number: 'Write it as 3, -0.5 or 1e6.',
  integer: 'Write it as 3 or -12.',
  boolean: undefined,
  array: 'Write it in JSON, for instance ["a","b"], or give it in a file.',
  object: 'Write it in JSON, for instance {"a":1}, or give it in a file.',
  any: undefined,
};

/** What a word means; undefined when it means nothing of that type. */
const readWord: Readonly<Record<VariableType, (text: string) => unknown>> = {
  string: (text) => text,
  any: (text) => text,
  number: (text) => (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined),
  integer: (text) => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  array: parsedJson,
  object: parsedJson,
};

const isOfType: Readonly<Record<VariableType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  any: () => true,
  number: Number.isFinite,
  // A larger one would be another number than the one that was written.
  integer: Number.isSafeInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shown(given: GivenValue): string {
  return shortened(given.from === 'word' ? `"${given.text}"` : wordOf(given.value));
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

const LONGEST_SHOWN = 60;

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text;
}
