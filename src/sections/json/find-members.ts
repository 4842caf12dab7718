import type { ExpectedNames } from '../names/expected-names.js';
import { type JsonMember, type JsonReading, opensObject, readJsonObject } from './json-object.js';

/**
 * How many times the size of the text may be read again after braces that open no JSON; when it is used
 * up, reading goes on behind all that the failed attempt looked at. Keeps hostile text linear.
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
  let mostSections = 0;
  let budget = text.length * MOST_REREADING;
  for (let at = text.indexOf('{'); at >= 0; ) {
    if (!opensObject(text, at)) {
      at = text.indexOf('{', at + 1);
      continue;
    }
    const reading = readJsonObject(text, at, names);
    const { members, sections } = richestObject(reading.members);
    if (sections > mostSections) {
      best = { members, outcome: reading.outcome };
      mostSections = sections;
    }
    budget -= reading.outcome === 'complete' ? 0 : reading.reach - at;
    at = text.indexOf('{', reading.outcome === 'complete' || budget < 0 ? reading.reach : at + 1);
  }
  return best;
}

interface ObjectMembers {
  readonly members: readonly JsonMember[];
  /** How many sections they name. */
  readonly sections: number;
}

function richestObject(members: readonly JsonMember[]): ObjectMembers {
  const objects = new Map<number, JsonMember[]>();
  for (const member of members) {
    const same = objects.get(member.object) ?? [];
    objects.set(member.object, same);
    same.push(member);
  }
  let richest: ObjectMembers = { members: [], sections: 0 };
  for (const same of objects.values()) {
    const sections = new Set(same.map(({ key }) => key)).size;
    if (sections > richest.sections) richest = { members: same, sections };
  }
  return richest;
}
