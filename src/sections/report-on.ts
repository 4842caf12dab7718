import type { FoundSection, FoundSections } from './found-section.js';
import { leftOverOf } from './left-over.js';
import type { ExpectedSection, Section, SectionExtraction } from './section.js';

/** Assigns what was found to the expected keys and reports on the rest. */
export function reportOn<K extends string>(
  text: string,
  expected: readonly ExpectedSection<K>[],
  found: FoundSections,
): SectionExtraction<K> {
  const all = flagBrokenOff(found.sections, expected.length);
  const mains = expected.map((_, key) => mainOf(all.filter((section) => section.key === key)));
  const isDuplicate = (section: FoundSection) => mains[section.key] !== section;
  const isIncomplete = mains.includes(null);
  const sections = expected.map(({ key }, index): [K, Section<K> | null] => {
    const main = mains[index] ?? null;
    return [key, main === null ? null : judged(main, key, all, isIncomplete)];
  });
  const taken = all.map((section) => ({ ...section, duplicate: isDuplicate(section) }));
  return {
    sections: Object.fromEntries(sections) as Record<K, Section<K> | null>,
    report: {
      missing: expected.filter((_, key) => mains[key] === null).map(({ key }) => key),
      duplicates: all.filter(isDuplicate).flatMap(({ key, start, end }) => {
        const section = expected[key];
        return section === undefined ? [] : [{ key: section.key, start, end }];
      }),
      truncated: expected.filter((_, key) => mains[key]?.truncated).map(({ key }) => key),
      leftOver: leftOverOf(text, taken, found.agentOutput, found.fences),
    },
  };
}

/**
 * Flags the last section of an answer as broken off when nothing says where its body ends and all that
 * should follow it is missing.
 */
function flagBrokenOff(sections: readonly FoundSection[], expected: number): readonly FoundSection[] {
  const last = sections.at(-1);
  const keys = new Set(sections.map(({ key }) => key));
  if (last === undefined || last.closed || last.key === expected - 1) return sections;
  for (let key = last.key + 1; key < expected; key++) if (keys.has(key)) return sections;
  return [...sections.slice(0, -1), { ...last, truncated: true }];
}

/** Of several sections of one name the first that has a body. */
function mainOf(same: readonly FoundSection[]): FoundSection | null {
  return same.find(({ text }) => text !== '') ?? same[0] ?? null;
}

function judged<K extends string>(
  found: FoundSection,
  key: K,
  all: readonly FoundSection[],
  isIncomplete: boolean,
): Section<K> {
  const reason = doubtAbout(found, all, isIncomplete);
  const { text, start, end, bodyStart, bodyEnd, form, truncated } = found;
  const confidence = reason === null ? 'exact' : 'inferred';
  return { key, text, start, end, bodyStart, bodyEnd, form, confidence, reason, truncated };
}

function doubtAbout(found: FoundSection, all: readonly FoundSection[], isIncomplete: boolean): string | null {
  if (found.doubt !== null) return found.doubt;
  if (all.some((other) => other !== found && other.key === found.key)) return 'it occurs more than once';
  if (isIncomplete && !found.closed) return 'another section is missing, which may be hidden inside it';
  return null;
}
