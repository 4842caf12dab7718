import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerPieces, createSectionReader, extractSections, planningSections } from './index.js';

/** Fragments that matter to the reader, so that random answers get into every corner of it. */
const fragment = fc.constantFrom(
  '## ANALYSIS_TEMPLATE',
  '### 2. IMPLEMENTATION_TEMPLATE',
  '**EXECUTION_NOTES:**',
  'EXECUTION_NOTES',
  '1. analysis template',
  '## Notes',
  '<analysis_template>',
  '</analysis_template>',
  '{"analysis_template": "a\\nb", "execution_notes": {"a": [1]}}',
  '{"analysis_template": "',
  '"}',
  '```',
  '```markdown',
  '````',
  '~~~',
  '---',
  '===',
  '● Update Todos',
  '  ⎿  ☒ done',
  '✻ Thinking…',
  '⏺ I go on.',
  'Let me know.',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\u00a0',
  '\ud83d',
  '\udcdd',
  '\\',
  '"',
);
const filler = fc.oneof(
  fragment,
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' ', '  ', '\t', ''),
);
const lineBreak = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n  ', ' ');
const answer = fc.array(fc.tuple(filler, lineBreak), { maxLength: 40 }).map((pairs) => pairs.flat().join(''));
/** Answers of little but what makes or hides a section, in which the readings compete. */
const contested = fc
  .array(
    fc.constantFrom(
      '## ANALYSIS_TEMPLATE',
      '## IMPLEMENTATION_TEMPLATE',
      '## EXECUTION_NOTES',
      '## Notes',
      '### 2. IMPLEMENTATION_TEMPLATE',
      '**EXECUTION_NOTES:**',
      'EXECUTION_NOTES',
      '1. analysis template',
      '<analysis_template>',
      '</analysis_template>',
      '```',
      '```markdown',
      '````',
      '````sh',
      '~~~',
      '',
      'Read the code.',
      '- [ ] think',
      '---',
      '...',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));
const body = answer.filter((text) => text.trim() !== '');

describe('for any text', () => {
  it('the pieces are disjoint and joined they are the text', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const pieces = answerPieces(extractSections(text, planningSections));
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        pieces.slice(1).forEach((piece, index) => {
          expect(piece.start).toBe(pieces[index]?.end);
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('the ranges of a section lie one in the other', () => {
    fc.assert(
      fc.property(answer, (text) => {
        for (const section of Object.values(extractSections(text, planningSections).sections)) {
          if (section === null) continue;
          const { start, bodyStart, bodyEnd, end } = section;
          expect([start, bodyStart, bodyEnd, end]).toEqual(
            [start, bodyStart, bodyEnd, end].toSorted((a, b) => a - b),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('chunks equal the whole, wherever they are cut', () => {
    fc.assert(
      fc.property(answer, fc.array(fc.nat({ max: 400 }), { maxLength: 12 }), (text, cuts) => {
        const reader = createSectionReader(planningSections);
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b),
          text.length,
        ];
        places.slice(1).forEach((place, index) => {
          reader.push(text.slice(places[index], place));
        });
        expect(reader.end()).toEqual(extractSections(text, planningSections));
      }),
      { numRuns: 500 },
    );
  });

  it('the sections found are found again, the same, when they are written out in fences', () => {
    fc.assert(
      fc.property(fc.oneof(answer, contested), (text) =>
        expectStable(extractSections(text, planningSections).sections),
      ),
      { numRuns: 4000 },
    );
  });
});

describe('for any bodies', () => {
  it('what is written out in fences long enough is read back', () => {
    fc.assert(
      fc.property(fc.record({ analysis: body, implementation: body, notes: body }), (texts) => {
        expectStable(extractSections(writtenOut(texts), planningSections).sections);
      }),
      { numRuns: 1000 },
    );
  });
});

type Texts = Partial<Record<'analysis' | 'implementation' | 'notes', string>>;

function expectStable(
  found: ReturnType<typeof extractSections<'analysis' | 'implementation' | 'notes'>>['sections'],
): void {
  const texts = Object.fromEntries(
    Object.entries(found).flatMap(([key, section]) => (section === null ? [] : [[key, section.text]])),
  );
  const again = extractSections(writtenOut(texts), planningSections).sections;
  const read = Object.fromEntries(
    Object.entries(again).flatMap(([key, section]) => (section === null ? [] : [[key, section.text]])),
  );
  expect(read).toEqual(texts);
}

/** The bodies under their names, each in a fence longer than any inside any of them. */
function writtenOut(texts: Texts): string {
  const longest = Math.max(
    2,
    ...Object.values(texts).flatMap((text) => [...text.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = '`'.repeat(longest + 1);
  return planningSections
    .flatMap(({ key, name }) =>
      texts[key] === undefined ? [] : [`## ${name}\n\n${fence}\n${texts[key]}\n${fence}\n`],
    )
    .join('\n');
}
