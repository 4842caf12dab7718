import type { Json } from '../../models/spec/model-request.js';
import { AnswerSchemaError } from './errors.js';

type Schema = { readonly [key: string]: Json };

const EXAMPLES: readonly Json[] = [null, true, 1, 'x', ['x']];
/** What these hold is looked at only when a value has a property of that name. */
const BY_PROPERTY = ['properties', 'dependentRequired', 'dependentSchemas', 'dependencies'] as const;

/**
 * Holds a value of each type against each part of a schema, so that a reference into nothing or a pattern that is
 * none shows before an answer is paid for.
 *
 * @param schema JSON schema, draft 2020-12
 * @throws AnswerSchemaError
 */
export async function requireSoundSchema(schema: Schema): Promise<void> {
  const { dereference, validate } = await import('@cfworker/json-schema');
  let place = '';
  try {
    // It notes addresses in the parts.
    const parts = dereference(structuredClone(schema));
    // From within: each is then refused at its own place.
    for (const [address, part] of Object.entries(parts).toReversed()) {
      place = placeIn(address);
      for (const example of examplesFor(part)) validate(example, part, '2020-12', parts, false);
    }
  } catch (cause) {
    throw new AnswerSchemaError(`${nameOf(place)} cannot be used: ${whyNot(cause)}.`, remedy, { cause });
  }
}

const remedy = { hint: 'Mend the schema; nothing was asked.' };

function placeIn(address: string): string {
  const [, pointer = ''] = address.split('#', 2);
  return decodeURIComponent(pointer);
}

function nameOf(place: string): string {
  return place === '' ? 'The schema of the answer' : `The schema of the answer, at ${place},`;
}

function examplesFor(part: unknown): readonly Json[] {
  const names = BY_PROPERTY.flatMap((keyword) => namesIn(part, keyword));
  return [...EXAMPLES, Object.fromEntries(['x', ...names].map((name) => [name, null]))];
}

function namesIn(part: unknown, keyword: string): readonly string[] {
  const held: unknown = Object(part)[keyword];
  return typeof held === 'object' && held !== null ? Object.keys(held) : [];
}

function whyNot(cause: unknown): string {
  if (cause instanceof TypeError && 'code' in cause && cause.code === 'ERR_INVALID_URL')
    return 'a reference in it is no address';
  if (cause instanceof RangeError) return 'it refers to itself without end';
  if (cause instanceof TypeError) return 'a keyword holds what it may not hold';
  const [first = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
  const [sentence = ''] = first.split(/\.? {2}Absolute URI/, 1);
  return sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
