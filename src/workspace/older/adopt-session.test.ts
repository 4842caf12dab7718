import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  analysisOutput,
  implementationOutput,
  textsAt,
  wellCut,
  writeOlderSession,
} from '../../../test/fixtures/older-workspace.js';
import { WorkspaceFolder } from '../../../test/fixtures/workspace-folder.js';
import type { SessionId } from '../../base/ids.js';
import { dueStep, statusOf } from '../../engine/session/session-state.js';
import type { KeptSession } from '../kept-session.js';
import { olderStatusOf } from './older-status.js';

const ID = '20250101_120000_abc' as SessionId;

let folder: WorkspaceFolder;
beforeEach(() => {
  folder = new WorkspaceFolder();
});
afterEach(() => folder.dispose());

async function adopt(status: string, texts = textsAt[status] ?? {}, keys = {}): Promise<KeptSession> {
  writeOlderSession(folder.path, { id: ID, status, texts, keys });
  const kept = await (await folder.open()).shelf.read(ID);
  if (kept === null) throw new Error('the session was just written');
  return kept;
}

function answer({ attempts }: KeptSession, step: string): string {
  const found = attempts.find(({ attempt }) => attempt.step === step);
  return Buffer.from(found?.unsaved ?? []).toString();
}

describe('a session of the older tool', () => {
  it.each([
    ['planned', 'planning', 'process'],
    ['templates_ready', 'analysis', 'analyze'],
    ['analyzing', 'analysis', 'save-analysis'],
    ['analysis_complete', 'implementation', 'implement'],
    ['implementing', 'implementation', 'complete'],
    ['complete', 'completed', null],
  ])('that is %s is in %s, and %s is due', async (status, ours, due) => {
    const { session, findings } = await adopt(status);
    expect(statusOf(session.state)).toBe(ours);
    expect(dueStep(session.state)).toBe(due);
    expect(olderStatusOf(session.state)).toBe(status);
    expect(findings).toEqual([]);
  });

  it('that is cancelled keeps what was done before', async () => {
    const { session, history } = await adopt('cancelled', textsAt.analysis_complete);
    expect(statusOf(session.state)).toBe('cancelled');
    expect(session.state.steps['save-analysis'].state).toBe('done');
    expect(history.map(({ kind, step }) => [kind, step])).toEqual([
      ['created', 'plan'],
      ['step-done', 'process'],
      ['step-done', 'analyze'],
      ['step-done', 'save-analysis'],
      ['cancelled', null],
    ]);
    expect((await adopt('cancelled', textsAt.planned)).attempts).toHaveLength(1);
  });

  it('has its facts, from its keys and better ones from its notes', async () => {
    const { session } = await adopt('complete');
    expect(session).toMatchObject({
      id: ID,
      title: 'Export invoices as PDF',
      featureType: 'web',
      complexity: 'Medium-High',
      timeEstimate: '6-8 hours',
      createdBy: 'older-tool',
      createdAt: new Date('2025-01-01T12:00:00.123'),
      completedAt: new Date('2025-01-02T09:30:00'),
      updatedAt: new Date('2025-01-02T09:30:00'),
    });
    expect((await adopt('planned')).session.complexity).toBe('Medium');
  });

  it('has its texts as prompts, answers and what was read from them', async () => {
    const kept = await adopt('complete');
    const [plan] = kept.attempts;
    expect(plan?.prompt?.messages).toEqual([{ role: 'user', text: wellCut.orchestrator_prompt }]);
    expect(answer(kept, 'save-analysis')).toBe(analysisOutput);
    expect(answer(kept, 'complete')).toBe(implementationOutput);
    expect(kept.attempts.find(({ attempt }) => attempt.step === 'complete')).toMatchObject({
      result: { kind: 'implementation', report: { files: [{ path: 'src/invoices/pdf.ts' }] } },
    });
    const analyze = kept.attempts.find(({ attempt }) => attempt.step === 'analyze');
    expect(analyze?.prompt?.messages[0]?.text).toBe(wellCut.analysis_template);
  });

  it('is the same every time, ids included', async () => {
    const { attempts, history } = await adopt('complete');
    const again = await adopt('complete');
    expect(again.attempts).toEqual(attempts);
    expect(again.history).toEqual(history);
    expect(new Set(attempts.map(({ attempt }) => attempt.id)).size).toBe(6);
  });

  it('may have its time in the form of its id', async () => {
    const { session } = await adopt('planned', {}, { timestamp: '20250101_120000' });
    expect(session.createdAt).toEqual(new Date('2025-01-01T12:00:00'));
  });

  it('that lacks a template is held in planning, unless it went further all the same', async () => {
    const { implementation_template: _, ...rest } = wellCut;
    const ready = await adopt('templates_ready', rest);
    expect(dueStep(ready.session.state)).toBe('process');
    expect(ready.session.state.steps.process.state).toBe('incomplete');
    expect(ready.findings).toEqual([
      { text: 'implementation_template', problem: 'not-there', repaired: false },
    ]);
    const further = await adopt('analyzing', rest);
    expect(dueStep(further.session.state)).toBe('save-analysis');
  });

  it('that is complete without a report is completed, and that is reported', async () => {
    const { session, findings } = await adopt('complete', textsAt.implementing);
    expect(statusOf(session.state)).toBe('completed');
    expect(findings).toEqual([{ text: 'implementation_output', problem: 'not-there', repaired: false }]);
  });

  it('finds texts whose names were written from elsewhere, and none outside of the workspace', async () => {
    const files = {
      orchestrator_prompt: `/gone/planning/outputs/${ID}_orchestrator_prompt.md`,
      analysis_template: `planning\\outputs\\${ID}_analysis_template.md`,
      implementation_template: `planning/outputs/${ID}_implementation_template.md`,
      execution_notes: '../../../etc/hostname',
      analysis_output: '/etc/hostname',
    };
    const { findings } = await adopt('analysis_complete', textsAt.analysis_complete, { files });
    expect(findings.map(({ text }) => text)).toEqual(['execution_notes', 'analysis_output']);
  });
});
