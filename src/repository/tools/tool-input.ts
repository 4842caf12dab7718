import { ToolRefusedError } from './errors.js';
import type { ToolJson } from './repository-tool.js';

/** A text that the input has to have. */
export function requiredText(input: ToolJson, name: string): string {
  const text = optionalText(input, name);
  if (text === null || text === '') throw new ToolRefusedError(`"${name}" is missing: it has to be a text.`);
  return text;
}

export function optionalText(input: ToolJson, name: string): string | null {
  const value = member(input, name);
  if (value === null || typeof value === 'string') return value;
  throw new ToolRefusedError(`"${name}" has to be a text.`);
}

/** A whole number within bounds; models often give numbers as text. */
export function optionalNumber(
  input: ToolJson,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const value = member(input, name);
  if (value === null) return null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= least)
    return Math.min(number, most);
  throw new ToolRefusedError(`"${name}" has to be a whole number of at least ${least}.`);
}

export function optionalTruth(input: ToolJson, name: string): boolean {
  const value = member(input, name);
  if (value === null || typeof value === 'boolean') return value === true;
  throw new ToolRefusedError(`"${name}" has to be true or false.`);
}

function member(input: ToolJson, name: string): ToolJson {
  if (input === null) return null;
  if (!isObject(input)) throw new ToolRefusedError('The input has to be a JSON object.');
  return Object.hasOwn(input, name) ? (input[name] ?? null) : null;
}

function isObject(input: ToolJson): input is { readonly [key: string]: ToolJson } {
  return typeof input === 'object' && !Array.isArray(input);
}
