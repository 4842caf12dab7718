import { describe, expect, it } from 'vitest';
import { answerPieces, extractSections, planningSections } from './index.js';

/**
 * Input for which each part looks at what the part before it has looked at. Read in time that grows with the square,
 * each takes longer than a test may.
 */
const shapes: readonly (readonly [what: string, answer: string])[] = [
  [
    'blank lines beneath agent output that a long blank line sets off',
    `${' '.repeat(200_000)}\n● Bash(ls)\n${'\n'.repeat(200_000)}`,
  ],
  ['keys whose end is escaped, all closed by the last mark', `${'{"a\\":'.repeat(64_000)}",`],
  [
    'a long object before many short ones',
    `{${'"analysis_template":"",'.repeat(32_000)}}${'{"analysis_template":""}'.repeat(32_000)}`,
  ],
  [
    'a long object around many short ones',
    `{${'"analysis_template":"",'.repeat(32_000)}"a":[${'{"notes":""},'.repeat(32_000)}]}`,
  ],
  [
    'blank lines one blank short of a long indentation',
    `## ANALYSIS_TEMPLATE\n${' '.repeat(4000)}a\n${`${' '.repeat(3999)}\n`.repeat(4000)}${' '.repeat(4000)}b`,
  ],
];

describe('hostile input', () => {
  it.each(shapes)('is read in time that grows with it: %s', (_, answer) => {
    const extraction = extractSections(answer, planningSections);
    const pieces = answerPieces(extraction);
    expect(pieces.map(({ start: from, end }) => answer.slice(from, end)).join('') === answer).toBe(true);
  });
});
