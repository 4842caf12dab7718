import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, extractSections, planningSections } from './index.js';

/** Real documents that an older tool produced; they lie beside the repository and are no part of it. */
const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const present = existsSync(SEEDS);
const title = present ? 'real documents' : `real documents: SKIPPED, there are none in ${SEEDS}`;

function seed(number: string): string {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(number)) ?? '';
  return decodeAnswer(readFileSync(join(SEEDS, name)));
}

describe.skipIf(!present)(title, () => {
  it('cuts a template with an inner fence that is never closed where the notes begin', () => {
    const answer = `### 2. IMPLEMENTATION_TEMPLATE\n\n${seed('004')}`;
    const { sections, report } = extractSections(answer, planningSections);
    expect(report).toMatchObject({ missing: ['analysis'], duplicates: [], truncated: [] });
    expect(sections.implementation?.text).toMatch(
      /^# Role: Senior Software Engineer\n[\s\S]*both orchestration systems$/,
    );
    expect(sections.implementation?.text).not.toContain('EXECUTION_NOTES');
    expect(sections.notes?.text).toMatch(/^Feature: [\s\S]*\n5\. Document manual rollback steps$/);
  });

  it('puts a whole answer together again and takes it apart', () => {
    const analysis = seed('001').trim();
    const notes = seed('000').trim();
    const answer = `### 1. ANALYSIS_TEMPLATE\n\n${analysis}\n\n### 2. IMPLEMENTATION_TEMPLATE\n\n${seed('004')}`;
    const { sections } = extractSections(answer, planningSections);
    expect(sections.analysis?.text).toBe(analysis);
    expect(sections.implementation?.text).toMatch(/both orchestration systems$/);
    expect(extractSections(`## EXECUTION_NOTES\n\n${notes}`, planningSections).sections.notes?.text).toBe(
      notes,
    );
  });

  it.each(['000', '001', '002', '003'])('finds no section in %s, which has none', (number) => {
    expect(extractSections(seed(number), planningSections).report.missing).toHaveLength(3);
  });
});
