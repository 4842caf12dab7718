import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wellCut } from '../../../test/fixtures/older-workspace.js';
import { extractSections, planningSections } from '../../sections/index.js';
import type { CutParts } from './find-cuts.js';
import { rejoinParts } from './rejoin-parts.js';
import { wordedLines } from './text-lines.js';

const good: CutParts = {
  analysis: wellCut.analysis_template,
  implementation: wellCut.implementation_template,
  notes: wellCut.execution_notes,
};

/** Rejoins parts and reads the answer; checks that no line of them is lost. */
function rejoined(parts: CutParts) {
  const { answer, findings } = rejoinParts(parts);
  const lines = new Set(wordedLines(answer));
  const lost = Object.values(parts).flatMap((text) =>
    wordedLines(text ?? '').filter((line) => !lines.has(line)),
  );
  expect(lost).toEqual([]);
  const { sections } = extractSections(answer, planningSections);
  const text = (key: 'analysis' | 'implementation' | 'notes') => sections[key]?.text ?? null;
  return {
    parts: { analysis: text('analysis'), implementation: text('implementation'), notes: text('notes') },
    findings: findings.map(({ text: of, problem, repaired }) => `${of} ${problem} ${repaired}`),
    sections,
  };
}

describe('parts that were cut well', () => {
  it('come back as they are, exactly', () => {
    const { parts, findings, sections } = rejoined(good);
    expect(findings).toEqual([]);
    expect(parts).toEqual(good);
    expect(Object.values(sections).map((section) => section?.confidence)).toEqual([
      'exact',
      'exact',
      'exact',
    ]);
  });

  it('stay apart although they hold fences, numbered headings and loose names of sections', () => {
    const analysis = `${good.analysis}\n\n### 2. Notes\n\n\`\`\`\`\`\`\`md\n\`\`\`\`\`\`\`\n\n## Implementation Plan\n\nNone.`;
    expect(rejoined({ ...good, analysis })).toMatchObject({ parts: { ...good, analysis }, findings: [] });
  });

  it('may be missing', () => {
    expect(rejoined({ ...good, notes: null })).toMatchObject({
      parts: { ...good, notes: null },
      findings: [],
    });
    expect(rejoined({ analysis: null, implementation: null, notes: null }).parts.analysis).toBeNull();
  });
});

describe('a part that holds another section', () => {
  const leaked = `${good.implementation}\n\n### 3. EXECUTION_NOTES\n\n${good.notes}`;

  it('gives it back', () => {
    const { parts, findings } = rejoined({ ...good, implementation: leaked, notes: null });
    expect(parts).toEqual(good);
    expect(findings).toEqual(['implementation_template holds-another-section true']);
  });

  it('gives it back once, when the other part has it too', () => {
    expect(rejoined({ ...good, implementation: leaked }).parts).toEqual(good);
  });

  it('gives both back, when it holds the whole answer', () => {
    const whole = `${good.analysis}\n\n### 2. IMPLEMENTATION_TEMPLATE\n\n${leaked}`;
    const { parts, findings } = rejoined({ analysis: whole, implementation: null, notes: null });
    expect(parts).toEqual(good);
    expect(findings).toEqual(['analysis_template holds-another-section true']);
  });
});

describe('a part that begins inside a list', () => {
  const [before = '', after = ''] = wellCut.analysis_template.split('\n2. ');

  it('gives its beginning back to the part before it, when its own heading follows', () => {
    const implementation = `2. ${after}\n\n### 2. IMPLEMENTATION_TEMPLATE\n\n${good.implementation}`;
    const { parts, findings } = rejoined({ ...good, analysis: before, implementation });
    expect(parts).toEqual(good);
    expect(findings).toEqual(['implementation_template begins-inside-a-list true']);
  });

  it('is reported and stays, when nothing tells where it should begin', () => {
    const implementation = `2. ${after}`;
    const { parts, findings } = rejoined({ ...good, analysis: before, implementation });
    expect(findings).toEqual(['implementation_template begins-inside-a-list false']);
    expect(parts).toEqual({ ...good, analysis: before, implementation });
  });
});

describe('a part that an inner fence ended', () => {
  const [before = '', after = ''] = wellCut.analysis_template.split('\nrg ');

  it('takes the rest back from the part after it', () => {
    const implementation = `rg ${after}\n\n### 2. IMPLEMENTATION_TEMPLATE\n\n${good.implementation}`;
    const { parts, findings } = rejoined({ ...good, analysis: before, implementation });
    expect(parts).toEqual(good);
    expect(findings).toContain('analysis_template fence-left-open true');
  });

  it('is reported and stays, when the rest is nowhere', () => {
    const { parts, findings } = rejoined({ ...good, analysis: before });
    expect(findings).toEqual(['analysis_template fence-left-open false']);
    expect(parts).toEqual({ ...good, analysis: before });
  });

  it('is noticed where the text breaks off before the fence', () => {
    const analysis = 'Look at the tables. Run this:';
    expect(rejoined({ ...good, analysis }).findings).toEqual(['analysis_template breaks-off false']);
  });
});

const seed = new URL('../../../../shared/seeds/004_35a27384395ba2a0.txt', import.meta.url);
const there = existsSync(seed);

describe('a real template that the notes leaked into', () => {
  it.skipIf(!there)(there ? 'gives the notes back' : 'SKIPPED: ../shared/seeds is not there', () => {
    const implementation = readFileSync(seed, 'utf8');
    const { parts, findings } = rejoined({ analysis: good.analysis, implementation, notes: null });
    expect(findings).toContain('implementation_template holds-another-section true');
    expect(parts.implementation).not.toContain('EXECUTION_NOTES');
    expect(parts.notes).toMatch(
      /^Feature: Orchestration Template System Enhancement[\s\S]*manual rollback steps$/,
    );
    expect(parts.analysis).toBe(good.analysis);
  });
});
