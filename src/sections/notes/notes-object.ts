import type { Field, Reading } from './field.js';
import { fieldOf } from './field-names.js';
import { isObject, type Json, type JsonObject, jsonEntry } from './json-entry.js';

/** Deeper values than notes ever have are not read as notes. */
const deepest = 64;

/** The fields of notes that are given as one JSON object, fenced or bare; null for any other text. */
export function fieldsOfObject(text: string): Reading<Field[]> | null {
  const object = parsedObject(withoutFence(text.trim()));
  if (object === null) return null;
  return { value: Object.entries(object).map(([key, value]) => fieldFrom(key, value)), unread: [] };
}

function withoutFence(text: string): string {
  if (!text.startsWith('```') || !text.endsWith('\n```')) return text;
  return text.slice(text.indexOf('\n') + 1, -3).trim();
}

function parsedObject(text: string): JsonObject | null {
  if (!text.startsWith('{') || !text.endsWith('}') || nesting(text) > deepest) return null;
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** At least the depth of the value; brackets in strings only make it seem deeper. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '{' || character === '[') most = Math.max(most, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return most;
}

function fieldFrom(key: string, value: Json): Field {
  const name = fieldOf(key);
  const title = key.replaceAll('_', ' ');
  const { text, children } = jsonEntry(value);
  const isWhole = typeof value !== 'object' || value === null;
  const inline = isWhole || name !== null ? text : '';
  return { name, title, inline, entries: children, source: isWhole ? '' : JSON.stringify(value, null, 2) };
}
