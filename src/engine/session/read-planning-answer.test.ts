import { describe, expect, it } from 'vitest';
import { exampleText } from '../../../test/cli/harness.js';
import { newAttemptId } from '../../base/ids.js';
import { joinReply, readPlanningAnswer } from './read-planning-answer.js';

const analysis = '### 1. ANALYSIS_TEMPLATE\n\nRead the routes.\n\n';
const implementation = '### 2. IMPLEMENTATION_TEMPLATE\n\nWrite the page.\n\n';
const notes = '### 3. EXECUTION_NOTES\n\nFeature: Login\nComplexity: Medium-High\n';
const [first, second] = [newAttemptId(), newAttemptId()];

const textsOf = ({ sections }: ReturnType<typeof readPlanningAnswer>) => ({
  analysis: sections.analysis?.text,
  implementation: sections.implementation?.text,
  notes: sections.notes?.text.split('\n', 1)[0],
});
const whole = { analysis: 'Read the routes.', implementation: 'Write the page.', notes: 'Feature: Login' };

describe('a planning answer', () => {
  it('has its sections, each with the attempt that it came in, and its notes', () => {
    const result = readPlanningAnswer(analysis + implementation + notes, first);
    expect(textsOf(result)).toEqual(whole);
    expect(Object.values(result.sections).map((section) => section?.attempt)).toEqual([first, first, first]);
    expect(result.missing).toEqual([]);
    expect(result.notes).toMatchObject({ feature: 'Login', complexity: { text: 'Medium-High' } });
  });

  it('says what it lacks, in the order of the sections', () => {
    const result = readPlanningAnswer(implementation, first);
    expect(result.missing).toEqual(['analysis', 'notes']);
    expect(result.report.missing).toEqual(['analysis', 'notes']);
    expect(result.notes).toBeNull();
  });

  it('is all left over when it has no section', () => {
    const text = 'I am sorry, I cannot do that.\n';
    const { sections, missing, report } = readPlanningAnswer(text, first);
    expect(Object.values(sections)).toEqual([null, null, null]);
    expect(missing).toHaveLength(3);
    expect(report.leftOver.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });

  it('gives its sections without credentials, and their places in the raw answer', () => {
    const key = `AKIA${'AB3D'.repeat(4)}`;
    const text = `${analysis}Sign with ${key}.\n\n${implementation}${notes}`;
    const section = readPlanningAnswer(text, first).sections.analysis;
    expect(section?.text).toContain('[redacted: AWS access key]');
    expect(text.slice(section?.start, section?.end)).toContain(key);
  });
});

describe('a reply to an incomplete answer', () => {
  const incomplete = readPlanningAnswer(implementation + notes, first);

  it('fills what was missing, and leaves what was there', () => {
    const joined = joinReply(incomplete, `${analysis}${implementation.replace('page', 'book')}`, second);
    expect(textsOf(joined)).toEqual(whole);
    expect(joined.sections.analysis?.attempt).toBe(second);
    expect(joined.sections.implementation?.attempt).toBe(first);
    expect(joined.missing).toEqual([]);
    expect(joined.notes).toEqual(incomplete.notes);
  });

  it('without a heading is the one section that was asked for', () => {
    const reply = '\ufeff\nRead the routes.\n';
    const joined = joinReply(incomplete, reply, second);
    expect(textsOf(joined)).toEqual(whole);
    expect(joined.sections.analysis).toMatchObject({
      start: 0,
      end: reply.length,
      confidence: 'inferred',
      reason: expect.stringContaining('no heading'),
      attempt: second,
    });
    expect(joined.report.leftOver).toEqual([]);
  });

  it('without a heading fills nothing when several sections were asked for', () => {
    const joined = joinReply(readPlanningAnswer(notes, first), 'Read the routes.', second);
    expect(joined.missing).toEqual(['analysis', 'implementation']);
  });

  it('that brings nothing changes nothing', () => {
    expect(joinReply(incomplete, ' \n', second).missing).toEqual(['analysis']);
  });

  it('may leave something missing still', () => {
    const joined = joinReply(readPlanningAnswer(notes, first), analysis, second);
    expect(joined.missing).toEqual(['implementation']);
    expect(textsOf(joinReply(joined, implementation, newAttemptId()))).toEqual(whole);
  });

  it('replaces a section that was cut off', () => {
    const text = exampleText('planning-answer.md');
    const cut = readPlanningAnswer(text.slice(0, text.indexOf('### 3.') - 200), first);
    expect(cut.report.truncated).toContain('implementation');
    const joined = joinReply(cut, text.slice(text.indexOf('### 2.')), second);
    expect(joined.sections.implementation).toMatchObject({ attempt: second, truncated: false });
    expect(joined.missing).toEqual([]);
    expect(joined.report.truncated).toEqual([]);
  });

  it('brings the notes that were missing, read', () => {
    const joined = joinReply(readPlanningAnswer(analysis + implementation, first), notes, second);
    expect(joined.notes).toMatchObject({ feature: 'Login' });
  });
});
