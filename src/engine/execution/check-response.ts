import type { Json } from '../../models/spec/model-request.js';

/** What an answer holds, by a schema. */
export interface CheckedResponse {
  /** The value; undefined when the answer holds none. */
  readonly value: unknown;
  /** Why it does not fit, a sentence; null when it does. */
  readonly problem: string | null;
}

const FENCED = /^\s*```(?:json)?[ \t]*\r?\n([\s\S]*)\n[ \t]*```\s*$/i;

/**
 * Reads an answer as JSON, out of a fence if it is in one, and holds it against a schema.
 *
 * @param schema JSON schema, draft 2020-12
 */
export async function checkResponse(
  text: string,
  schema: { readonly [key: string]: Json },
): Promise<CheckedResponse> {
  const value = jsonIn(text);
  if (value === undefined) return { value, problem: 'it is not JSON.' };
  const { Validator } = await import('@cfworker/json-schema');
  const { valid, errors } = new Validator({ ...schema }, '2020-12', false).validate(value);
  return { value, problem: valid ? null : sentenceOf(errors.at(-1)) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(FENCED.exec(text)?.[1] ?? text);
  } catch {
    return undefined;
  }
}

/** The last error is the innermost one. */
function sentenceOf(
  error: { readonly instanceLocation: string; readonly error: string } | undefined,
): string {
  if (error === undefined) return 'it does not fit.';
  const place = error.instanceLocation.replace(/^#\/?/, '');
  return `${place === '' ? 'the whole' : place}: ${error.error}`;
}
