import { truncate } from '../render/truncate.js';

/** In cells. */
const LONGEST_VALUE = 60;
const NOTHING = '–';

/**
 * What was changed, in a line: of objects only the members that differ.
 *
 * @example changeText({ before: { version: 1, by: 'ada' }, after: { version: 2, by: 'ada' } }) === 'version 1 → 2'
 */
export function changeText({ before, after }: { readonly before: unknown; readonly after: unknown }): string {
  if (!isObject(before) || !isObject(after)) return fromTo(before, after);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .map((key) => ({ key, before: member(before, key), after: member(after, key) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
    .map((change) => `${change.key} ${fromTo(change.before, change.after)}`)
    .join(', ');
}

function fromTo(before: unknown, after: unknown): string {
  return `${inShort(before)} → ${inShort(after)}`;
}

function inShort(value: unknown): string {
  return truncate(textOf(value), LONGEST_VALUE);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return NOTHING;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map(textOf).join(', ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .filter(([, held]) => held !== null)
    .map(([key, held]) => `${key} ${textOf(held)}`)
    .join(', ');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : null;
}
