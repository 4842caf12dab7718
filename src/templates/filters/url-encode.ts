import type { Budget } from '../budget.js';
import { Fault, runtimeFault } from '../fault.js';
import { entriesOf } from '../methods/dict-methods.js';
import { isIterable } from '../values/iterate.js';
import { asString } from '../values/markup.js';
import { text } from '../values/text.js';
import type { Value } from '../values/value.js';

const UNRESERVED = /[\w.~-]/;

/** Text quoted for an address; of a mapping or pairs, a query string. */
export function urlEncode(value: Value, budget: Budget): string {
  if (asString(value) !== undefined || !isIterable(value)) return quoted(text(value, budget), '/', budget);
  const pairs: string[] = [];
  for (const [key, item] of pairsOf(value, budget)) {
    budget.step();
    pairs.push(`${quotedInQuery(text(key, budget), budget)}=${quotedInQuery(text(item, budget), budget)}`);
  }
  return pairs.join('&');
}

function* pairsOf(value: Value, budget: Budget): Iterable<readonly [Value, Value]> {
  try {
    yield* entriesOf(value, budget);
  } catch (error) {
    if (!(error instanceof Fault && error.kind === 'runtime')) throw error;
    throw runtimeFault('urlencode needs a string, a mapping or pairs');
  }
}

function quotedInQuery(string: string, budget: Budget): string {
  return quoted(string, '', budget).replaceAll('%20', '+');
}

function quoted(string: string, safe: string, budget: Budget): string {
  let result = '';
  budget.step(Math.ceil(string.length / 8));
  for (const byte of new TextEncoder().encode(string)) {
    const character = String.fromCharCode(byte);
    const isSafe = UNRESERVED.test(character) || safe.includes(character);
    result += isSafe ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  budget.makes(result.length);
  return result;
}
