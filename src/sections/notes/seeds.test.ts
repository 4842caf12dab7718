import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNotes } from './read-notes.js';

const folder = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));

/** The text of the real document with the given number. */
function seed(number: string): string {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? number;
  return readFileSync(`${folder}${name}`, 'utf8');
}

const span = (minHours: number, maxHours: number) => ({ minHours, maxHours });

describe.runIf(existsSync(folder))('the notes of real answers', () => {
  it('000: risks under bold titles', () => {
    const notes = readNotes(seed('000'));
    expect(notes.feature).toBe('Integrate orchestrator.py into prompt-runner CLI');
    expect(notes.complexity).toMatchObject({ text: 'Medium-High', min: 'Medium', max: 'High' });
    expect(notes.timeEstimate).toMatchObject({ text: '16-20 hours broken down by phase', ...span(16, 20) });
    expect(notes.timeEstimate?.phases.map(({ name }) => name)).toEqual([
      'Analysis',
      'Implementation',
      'Testing',
      'Documentation',
    ]);
    expect(notes.risks).toHaveLength(4);
    expect(notes.risks[0]).toEqual({
      risk: 'Database Schema Conflicts',
      description: 'Migration might conflict with existing schema',
      mitigations: ['Careful review of models.py, test migrations on copy'],
    });
    expect(notes.keyFiles).toHaveLength(7);
    expect(notes.keyFiles[6]).toEqual({ path: 'orchestrator.py', lines: null, note: 'Source functionality' });
    const counts = [
      notes.similarFeatures,
      notes.integrationPoints,
      notes.testing,
      notes.performance,
      notes.security,
    ];
    expect(counts.map(({ length }) => length)).toEqual([4, 6, 6, 4, 4]);
    expect(notes.rollback.map(({ title }) => title)).toEqual(['Database', 'Code', 'Config', 'Data']);
    expect(notes.implementationOrder).toHaveLength(7);
    expect(notes.successCriteria).toHaveLength(6);
    expect([...notes.other, ...notes.unread]).toEqual([]);
  });

  it.each([
    ['003', seedNotes],
    ['004, behind the template that they leaked into', leakedNotes],
  ])('%s: phases with parts, risks with several mitigations', (_, text) => {
    const notes = readNotes(text());
    expect(notes.feature).toBe('Orchestration Template System Enhancement');
    expect(notes.complexity?.text).toBe('Medium-High');
    expect(notes.timeEstimate).toMatchObject({ text: '16-20 hours total', ...span(16, 20) });
    expect(
      notes.timeEstimate?.phases.map(({ name, minHours, maxHours }) => [name, minHours, maxHours]),
    ).toEqual([
      ['Analysis', 2, 3],
      ['Implementation', 10, 12],
      ['Testing', 3, 4],
      ['Documentation', 1, 1],
    ]);
    expect(notes.timeEstimate?.phases[1]?.items.map(({ name, maxHours }) => [name, maxHours])).toEqual([
      ['Database changes', 2],
      ['Model updates', 2],
      ['Template manager', 3],
      ['Integration', 3],
      ['CLI commands', 2],
    ]);
    expect(notes.risks.map(({ risk }) => risk)).toEqual([
      'Backward Compatibility',
      'Dual System Complexity',
      'Template Discovery',
    ]);
    expect(notes.risks.map(({ mitigations }) => mitigations.length)).toEqual([2, 2, 2]);
    expect(notes.risks[2]?.mitigations[0]).toBe('Implement template hierarchy (global -> project -> custom)');
    expect(notes.keyFiles).toHaveLength(6);
    expect(notes.keyFiles[4]).toEqual({ path: 'alembic/versions/', lines: null, note: 'for new migration' });
    const counts = [
      notes.similarFeatures,
      notes.integrationPoints,
      notes.testing,
      notes.performance,
      notes.security,
    ];
    expect(counts.map(({ length }) => length)).toEqual([4, 4, 5, 4, 4]);
    expect(notes.rollback).toHaveLength(5);
    expect([...notes.implementationOrder, ...notes.successCriteria]).toEqual([]);
    expect([...notes.other, ...notes.unread]).toEqual([]);
  });
});

function seedNotes(): string {
  return seed('003');
}

function leakedNotes(): string {
  const heading = '### 3. EXECUTION_NOTES';
  const text = seed('004');
  return text.slice(text.indexOf(heading) + heading.length);
}

describe.runIf(!existsSync(folder))('the notes of real answers', () => {
  it('ARE NOT CHECKED: ../shared/seeds is not here', (context) => {
    context.skip('the real documents are not beside the repository');
  });
});
