import type { ExpectedNames } from '../names/expected-names.js';
import { type JsonMember, type JsonReading, opensObject, readJsonObject } from './json-object.js';

/**
 * How many times the size of the text may be read again after braces that open no JSON; when it is used
 * up, reading goes on where the failed attempt stopped. Keeps hostile text linear.
 */
const MOST_REREADING = 2;

/** The members of one object that name expected sections. */
export interface JsonFinding {
  readonly members: readonly JsonMember[];
  readonly outcome: JsonReading['outcome'];
}

/** The object in the text with the most expected sections among its keys, the first of equals, or null. */
export function findMembers(text: string, names: ExpectedNames): JsonFinding | null {
  let best: JsonFinding | null = null;
  let budget = text.length * MOST_REREADING;
  for (let at = text.indexOf('{'); at >= 0; ) {
    if (!opensObject(text, at)) {
      at = text.indexOf('{', at + 1);
      continue;
    }
    const reading = readJsonObject(text, at, names);
    const members = richestObject(reading.members);
    if (members.length > 0 && sectionsIn(members) > sectionsIn(best?.members ?? [])) {
      best = { members, outcome: reading.outcome };
    }
    budget -= reading.outcome === 'complete' ? 0 : reading.end - at;
    at = text.indexOf(
      '{',
      reading.outcome === 'complete' || budget < 0 ? Math.max(reading.end, at + 1) : at + 1,
    );
  }
  return best;
}

function richestObject(members: readonly JsonMember[]): JsonMember[] {
  const objects = new Map<number, JsonMember[]>();
  for (const member of members) {
    const same = objects.get(member.object) ?? [];
    objects.set(member.object, same);
    same.push(member);
  }
  return [...objects.values()].reduce<JsonMember[]>(
    (best, same) => (sectionsIn(same) > sectionsIn(best) ? same : best),
    [],
  );
}

function sectionsIn(members: readonly JsonMember[]): number {
  return new Set(members.map(({ key }) => key)).size;
}
