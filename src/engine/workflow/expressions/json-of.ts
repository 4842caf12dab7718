import type { Json } from '../../../models/spec/model-request.js';

/** A template brought forth a value that JSON cannot say. */
export class NotJsonError extends Error {}

/**
 * A plain value as JSON has it; what is missing in a list or mapping is null.
 *
 * @throws NotJsonError for a number that JSON cannot say
 */
export function jsonOf(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jsonOf(inner)]));
  throw new NotJsonError(`The value ${String(value)} is no value of JSON.`);
}
