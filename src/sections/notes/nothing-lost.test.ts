import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotes } from './read-notes.js';

/** Words unlike any label, so that each of them has to come back. */
const word = fc.integer({ min: 1000, max: 9999 }).map((number) => `word${number}x`);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const title = fc.constantFrom(
  'Feature',
  'Complexity',
  'Estimated Time',
  'Key Risks',
  'Key Files',
  'Testing Strategy',
  'Rollback Plan',
  'Similar Features',
  'Success Criteria',
  'Mitigation',
  'Risk',
  'Impact',
  'Phase 1',
  'Deployment',
);
const dressed = fc
  .tuple(
    title,
    words,
    fc.constantFrom(
      'T: W',
      '**T:** W',
      'T - W',
      'W (mitigation: W)',
      'W — W',
      '| W | W |',
      'src/W.ts - W',
      'W: 2-3 hours',
      'W',
      'T:',
      '**T**',
    ),
  )
  .map(([name, text, form]) => form.replace('T', name).replaceAll('W', text));
const line = fc
  .tuple(
    fc.constantFrom('', '  ', '    ', '\t'),
    fc.constantFrom('', '- ', '1. ', '## ', '### ', '* [ ] '),
    dressed,
  )
  .map((parts) => parts.join(''));
const notes = fc
  .array(fc.oneof({ weight: 8, arbitrary: line }, fc.constantFrom('', '```', '| File | Why |\n|---|---|')), {
    maxLength: 25,
  })
  .map((lines) => lines.join('\n'));

const wordsOf = (text: string) => new Set(text.match(/word\d+x/g) ?? []);

describe('readNotes', () => {
  it('brings every word back, read or unread', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const said = wordsOf(JSON.stringify(readNotes(text)));
        expect([...wordsOf(text)].filter((found) => !said.has(found))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json().map((json) => `{"risks":${json}}`),
    );
    fc.assert(
      fc.property(anything, (text) => readNotes(text) !== null),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['bullets', '- '],
    ['nested bullets', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}- x\n`).join('')],
    ['labels of labels', 'Risk: '],
    ['asterisks', '*'],
    ['brackets', '([`{'],
    ['dashes', ' - — -> '],
    ['titles', 'Key Risks:\nFeature:\n'],
    ['pipes', '|\n|-'],
    ['fences', '```\n'],
  ])('gets through a great many %s', (_, part) => {
    const text = `Key Risks:\n- a\n${part.repeat(Math.ceil(200_000 / part.length))}`;
    expect(() => readNotes(text)).not.toThrow();
  });
});
