import type { Entry } from '../outline/entry.js';
import { readDuration } from './duration.js';

export type Json = string | number | boolean | null | JsonList | JsonObject;
type JsonList = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The keys whose value says what an object is about; it becomes the text of the entry. */
const subjectKeys = [
  'risk',
  'path',
  'file',
  'name',
  'title',
  'phase',
  'total',
  'level',
  'item',
  'step',
  'feature',
];

/** The keys whose members belong to the object itself. */
const transparentKeys: ReadonlySet<string> = new Set(['phases', 'items', 'breakdown']);

/**
 * The entry that a JSON value stands for: `{ "risk": "a", "mitigation": "b" }` is like a line `a` above a line
 * `mitigation: b`, so that notes of both kinds are read alike.
 */
export function jsonEntry(value: Json): Entry {
  if (isList(value)) return entry('', value.map(jsonEntry));
  if (!isObject(value)) return entry(value === null ? '' : String(value));
  const subject = subjectKeys.find((key) => typeof value[key] === 'string' || typeof value[key] === 'number');
  const time = timeIn(value);
  const texts = [subject === undefined ? '' : String(value[subject]), time.text].filter(
    (text) => text !== '',
  );
  const others = Object.entries(value).filter(([key]) => key !== subject && !time.keys.includes(key));
  return entry(
    texts.join(': '),
    others.flatMap(([key, member]) => memberEntries(key, member)),
  );
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json): value is JsonList {
  return Array.isArray(value);
}

function memberEntries(key: string, value: Json): readonly Entry[] {
  const { text, children } = jsonEntry(value);
  if (transparentKeys.has(key) && text === '') return children;
  return [entry(`${key.replaceAll('_', ' ')}: ${text}`.trimEnd(), children)];
}

function entry(text: string, children: readonly Entry[] = []): Entry {
  return { text, kind: 'item', children, cells: null };
}

/** What an object says in words or in hours, and the keys that are said with it. */
interface TimeInObject {
  readonly text: string;
  readonly keys: readonly string[];
}

const keysOfWords = ['text', 'hours', 'time', 'duration', 'estimate'];

function timeIn(object: JsonObject): TimeInObject {
  const words = wordsIn(object);
  const range = rangeIn(object);
  if (words === null || range === null) return words ?? range ?? { text: '', keys: [] };
  const inWords = readDuration(words.text);
  const inHours = readDuration(range.text);
  const both = [...words.keys, ...range.keys];
  if (inWords === null || inWords.maxHours === null)
    return { text: `${words.text} (${range.text})`, keys: both };
  const agree = inWords.minHours === inHours?.minHours && inWords.maxHours === inHours.maxHours;
  return agree ? { ...words, keys: both } : words;
}

function wordsIn(object: JsonObject): TimeInObject | null {
  for (const key of keysOfWords) {
    const text = object[key];
    if (typeof text === 'string') return { text, keys: [key] };
  }
  return null;
}

function rangeIn({ hours, min_hours: least, max_hours: most }: JsonObject): TimeInObject | null {
  if (typeof hours === 'number') return { text: `${hours} hours`, keys: ['hours'] };
  if (typeof least !== 'number' || typeof most !== 'number') return null;
  return { text: `${least}-${most} hours`, keys: ['min_hours', 'max_hours'] };
}
