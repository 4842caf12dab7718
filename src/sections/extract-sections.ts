import { chooseHeadings } from './choose/choose-headings.js';
import { cutSections } from './cut/cut-sections.js';
import { readJsonSections } from './json/json-sections.js';
import { ExpectedNames } from './names/expected-names.js';
import { reportOn } from './report-on.js';
import { scanAnswer } from './scan/scan-answer.js';
import type { ExpectedSection, SectionExtraction } from './section.js';

/**
 * Finds the expected sections in a model's answer.
 *
 * The answer is scanned once for lines that may open a section, for fences and for tags; then the reading
 * is chosen that is the likeliest as a whole; then the bodies are cut out. Time and memory are linear in
 * the size of the answer. No string makes it throw.
 *
 * @param text - the whole answer; see `decodeAnswer` for bytes
 * @param expected - the sections to look for, in the order in which they were asked for
 * @returns each section or null, and a report on what is missing, doubled, broken off or left over
 * @example
 * const { sections, report } = extractSections(answer, planningSections);
 * sections.notes?.text; // the body, without its fence
 * report.missing; // ['analysis']
 */
export function extractSections<K extends string>(
  text: string,
  expected: readonly ExpectedSection<K>[],
): SectionExtraction<K> {
  const names = new ExpectedNames(expected);
  const landmarks = scanAnswer(text, names);
  const reading = chooseHeadings(landmarks, text);
  const found = readJsonSections(text, names, reading.headings) ?? cutSections(text, landmarks, reading);
  return reportOn(text, expected, found);
}
