import { isJsonObject, type JsonObject, type JsonValue } from '../../../formats/json-value.js';
import { DataUnreadableError } from './errors.js';
import type { RowReading } from './row-reading.js';

/** Where a row is written. */
interface RowPlace {
  /** Its number, from 1. */
  readonly row: number;
  /** The name of the data, for errors. */
  readonly name: string;
  /** The line on which its text begins. */
  readonly line: number;
}

/** A row that is written as a JSON object; bad is what is none, or has a number that would become another one. */
export function jsonRow(text: string, { row, name, line }: RowPlace): RowReading {
  try {
    return { row, values: objectIn(text, name, line) };
  } catch (error) {
    if (error instanceof DataUnreadableError) return { row, error };
    throw error;
  }
}

function objectIn(text: string, name: string, line: number): JsonObject {
  const value = parsed(text, name, line);
  if (!isJsonObject(value)) {
    const fault = `a row is an object, and this is ${kindOf(value)}.`;
    throw new DataUnreadableError(name, line, fault, 'Write names and values: {"name": "Ada"}.');
  }
  const number = changedNumber(text);
  if (number === null) return value;
  const fault = `the number ${number} cannot be kept digit by digit.`;
  throw new DataUnreadableError(name, line, fault, `Write it as a text: "${number}".`);
}

function parsed(text: string, name: string, line: number): JsonValue {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataUnreadableError(name, line, 'this is no JSON.', reasonOf(cause), { cause });
  }
}

/** Without the text itself, which may be long. */
function reasonOf(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `The parser says: ${reason.replace(/, ?"[\s\S]*$|, ?\.\.\.[\s\S]*$/, '')}.`;
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value === 'string' ? 'text' : typeof value}`;
}

/** Up to 15 digits, every number is kept as it is written. */
const LONG_NUMBER = /\d{16}/;
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The first whole number that is too large to be read without another one coming of it; null when none is. */
function changedNumber(text: string): string | null {
  if (!LONG_NUMBER.test(text)) return null;
  for (const [token] of text.matchAll(TEXT_OR_NUMBER)) {
    if (/^-?\d{16,}$/.test(token) && String(Number(token)) !== token) return token;
  }
  return null;
}
