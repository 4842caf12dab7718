import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { answerPieces, extractSections, planningSections } from './index.js';

/** Many times what these take; read in time that grows with the square, each takes far longer. */
const LIMIT_MS = 4000;

/** Input for which each part looks at what the part before it has looked at. */
const shapes: readonly (readonly [what: string, answer: string])[] = [
  [
    'blank lines beneath agent output that a long blank line sets off',
    `${' '.repeat(50_000)}\n● Bash(ls)\n${'\n'.repeat(50_000)}`,
  ],
  ['keys whose end is escaped, all closed by the last mark', `${'{"a\\":'.repeat(16_000)}",`],
  [
    'a long object before many short ones',
    `{${'"analysis_template":"",'.repeat(8000)}}${'{"analysis_template":""}'.repeat(8000)}`,
  ],
  [
    'a long object around many short ones',
    `{${'"analysis_template":"",'.repeat(8000)}"a":[${'{"notes":""},'.repeat(8000)}]}`,
  ],
  [
    'blank lines one blank short of a long indentation',
    `## ANALYSIS_TEMPLATE\n${' '.repeat(4000)}a\n${`${' '.repeat(3999)}\n`.repeat(4000)}${' '.repeat(4000)}b`,
  ],
];

describe('hostile input', () => {
  it.each(shapes)('is read in time that grows with it: %s', (_, answer) => {
    const start = performance.now();
    const extraction = extractSections(answer, planningSections);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    const pieces = answerPieces(extraction);
    expect(pieces.map(({ start: from, end }) => answer.slice(from, end)).join('') === answer).toBe(true);
  });
});
