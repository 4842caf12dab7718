import { extractSections } from './extract-sections.js';
import type { ExpectedSection, SectionExtraction } from './section.js';

/** Takes an answer in chunks as it arrives. */
export interface SectionReader<K extends string = string> {
  /** Adds the next chunk; it may begin or end anywhere, also inside a surrogate pair. */
  push(chunk: string): void;
  /** Reads the whole; the same as `extractSections` of all chunks joined. */
  end(): SectionExtraction<K>;
}

/**
 * Reads the sections of an answer that arrives in chunks. Where a section ends can depend on the answer's
 * last line (a fence that is never closed, a better heading further on), so nothing is decided before
 * `end`.
 *
 * @param expected - the sections to look for
 * @example
 * const reader = createSectionReader(planningSections);
 * for await (const chunk of stream) reader.push(chunk);
 * const { sections } = reader.end();
 */
export function createSectionReader<K extends string>(
  expected: readonly ExpectedSection<K>[],
): SectionReader<K> {
  let text = '';
  return {
    push(chunk) {
      text += chunk;
    },
    end: () => extractSections(text, expected),
  };
}
