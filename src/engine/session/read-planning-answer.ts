import type { AttemptId } from '../../base/ids.js';
import { redactSecrets } from '../../base/text/secrets.js';
import {
  extractSections,
  type PlanningKey,
  planningSections,
  type SectionExtraction,
} from '../../sections/index.js';
import { readNotes } from '../../sections/notes/index.js';
import { type PlanningResult, type PlanningSection, sectionsToAskFor } from './planning-result.js';

const everySection: readonly PlanningKey[] = planningSections.map(({ key }) => key);

type Found = Record<PlanningKey, PlanningSection | null>;

/**
 * Reads a planning answer: its sections, what is missing, and its notes. Credentials stay in the raw answer;
 * the sections, which go on into prompts, hold a mark in their place.
 */
export function readPlanningAnswer(
  text: string,
  attempt: AttemptId,
  required: readonly PlanningKey[] = everySection,
): PlanningResult {
  const extraction = extractSections(text, planningSections);
  return resultOf(originsOf(extraction, attempt), extraction.report, required);
}

/**
 * Joins a reply to an incomplete answer. The reply fills what was absent or cut off; what the first
 * answer gave whole stands. A reply without any heading is the one section that was asked for.
 */
export function joinReply(
  before: PlanningResult,
  text: string,
  attempt: AttemptId,
  required: readonly PlanningKey[] = everySection,
): PlanningResult {
  const extraction = extractSections(text, planningSections);
  const reply = originsOf(extraction, attempt);
  const headless = planningSections.every(({ key }) => reply[key] === null);
  const asked = sectionsToAskFor(before);
  const only = asked.length === 1 ? asked[0] : undefined;
  if (headless && only !== undefined && text.trim() !== '') reply[only] = wholeReply(text, only, attempt);
  const joined = { ...before.sections };
  for (const { key } of planningSections) {
    const earlier = joined[key];
    if (earlier === null || (earlier.truncated && reply[key] !== null)) joined[key] = reply[key];
  }
  return resultOf(
    joined,
    headless && only !== undefined ? { ...extraction.report, leftOver: [] } : extraction.report,
    required,
  );
}

function originsOf(extraction: SectionExtraction<PlanningKey>, attempt: AttemptId): Found {
  const origin = (key: PlanningKey): PlanningSection | null => {
    const section = extraction.sections[key];
    return section === null ? null : { ...section, text: redactSecrets(section.text), attempt };
  };
  return { analysis: origin('analysis'), implementation: origin('implementation'), notes: origin('notes') };
}

function wholeReply(text: string, key: PlanningKey, attempt: AttemptId): PlanningSection {
  return {
    key,
    text: redactSecrets(text.replace(/^\ufeff/, '').trim()),
    start: 0,
    end: text.length,
    bodyStart: 0,
    bodyEnd: text.length,
    form: 'plain',
    confidence: 'inferred',
    reason: 'the reply has no heading, and only this section had been asked for',
    truncated: false,
    attempt,
  };
}

function resultOf(
  sections: Found,
  report: PlanningResult['report'],
  required: readonly PlanningKey[],
): PlanningResult {
  const missing = required.filter((key) => sections[key] === null);
  const truncated = planningSections.map(({ key }) => key).filter((key) => sections[key]?.truncated === true);
  return {
    sections,
    missing,
    report: { ...report, missing, truncated },
    notes: sections.notes === null ? null : readNotes(sections.notes.text),
  };
}
