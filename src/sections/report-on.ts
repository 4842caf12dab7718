import type { FoundSection, FoundSections } from './found-section.js';
import { leftOverOf } from './left-over.js';
import type { ExpectedSection, Section, SectionExtraction } from './section.js';

/** Assigns what was found to the expected keys and reports on the rest. */
export function reportOn<K extends string>(
  text: string,
  expected: readonly ExpectedSection<K>[],
  { sections: found, agentOutput, fences }: FoundSections,
): SectionExtraction<K> {
  const mains = expected.map((_, key) => mainOf(found.filter((section) => section.key === key)));
  const missing = expected.filter((_, key) => mains[key] === null).map(({ key }) => key);
  const judgements = expected.map(({ key }, index): [K, Section<K> | null] => {
    const main = mains[index] ?? null;
    return [key, main === null ? null : judged(main, key, found, missing.length > 0)];
  });
  const duplicates = found.filter((section) => mains[section.key] !== section);
  return {
    sections: Object.fromEntries(judgements) as Record<K, Section<K> | null>,
    report: {
      missing,
      duplicates: duplicates.flatMap(({ key, start, end }) => {
        const section = expected[key];
        return section === undefined ? [] : [{ key: section.key, start, end }];
      }),
      truncated: expected.filter((_, key) => mains[key]?.truncated).map(({ key }) => key),
      leftOver: leftOverOf(
        text,
        found.map((section) => ({
          start: section.start,
          end: section.end,
          duplicate: mains[section.key] !== section,
        })),
        agentOutput,
        fences,
      ),
    },
  };
}

/** Of several sections of one name the first that has a body. */
function mainOf(same: readonly FoundSection[]): FoundSection | null {
  return same.find(({ text }) => text !== '') ?? same[0] ?? null;
}

function judged<K extends string>(
  found: FoundSection,
  key: K,
  all: readonly FoundSection[],
  incomplete: boolean,
): Section<K> {
  const reason = doubtAbout(found, all, incomplete);
  const { text, start, end, bodyStart, bodyEnd, form, truncated } = found;
  const confidence = reason === null ? 'exact' : 'inferred';
  return { key, text, start, end, bodyStart, bodyEnd, form, confidence, reason, truncated };
}

function doubtAbout(found: FoundSection, all: readonly FoundSection[], incomplete: boolean): string | null {
  if (found.doubt !== null) return found.doubt;
  if (all.some((other) => other !== found && other.key === found.key)) return 'it occurs more than once';
  if (incomplete && !found.selfDelimited) return 'another section is missing, which may be hidden inside it';
  return null;
}
