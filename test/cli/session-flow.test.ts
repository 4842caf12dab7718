import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, exampleText, Workbench } from './harness.js';

interface SessionDocument {
  readonly session: {
    readonly id: string;
    readonly status: string;
    readonly step: string | null;
    readonly stale: string[];
  };
  readonly next: string;
}

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);
const runJson = async (line: string) => (await run(`${line} --json`)).json<SessionDocument>();

describe('a feature by hand', () => {
  it('is plan and three continues', async () => {
    const plan = await run(`orchestrate plan --file ${example('request.md')}`);
    expect(plan.code).toBe(0);
    expect(plan.out).toContain('a link that\nworks once and for 30 minutes');
    expect(plan.err).toContain('next step process');

    const analysis = await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    expect(analysis.code).toBe(0);
    expect(analysis.out).toContain('# Role: engineer who reads before others write');
    expect(analysis.out).toContain('Follow a sign-in from the route');
    expect(analysis.err).toContain('Medium');

    const implementation = await run(`orchestrate continue --file ${example('analysis.md')}`);
    expect(implementation.code).toBe(0);
    expect(implementation.out).toContain('# Role: engineer who implements the password reset');
    expect(implementation.out).toContain('`src/auth/password.ts:9`, scrypt');
    expect(implementation.out).toContain('end all other sessions when a password is set');
    expect(implementation.out).toContain('`src/mail/send.ts`: how mail is sent');
    expect(implementation.out).toContain('A link works once, and for 30 minutes');

    const complete = await run(`orchestrate continue --file ${example('report.md')}`);
    expect(complete.code).toBe(0);
    expect(complete.out).toContain('# Add password reset by mail');
    expect(complete.out).toContain('`src/auth/reset-token.ts` (created)');
    expect(complete.err).toContain('completed');
  });

  it('is six steps, each ending with the next command', async () => {
    const plan = await runJson('orchestrate plan Add-a-login-page');
    expect(plan.session).toMatchObject({ status: 'planning', step: 'process' });
    expect(plan.next).toBe(`prompt-runner orchestrate process --session ${plan.session.id}`);
    const lines = [
      [`process --file ${example('planning-answer.md')}`, 'analysis', 'analyze'],
      ['analyze', 'analysis', 'save-analysis'],
      [`save-analysis --file ${example('analysis.md')}`, 'implementation', 'implement'],
      ['implement', 'implementation', 'complete'],
      [`complete --file ${example('report.md')}`, 'completed', null],
    ] as const;
    for (const [line, status, step] of lines) {
      const { session } = await runJson(`orchestrate ${line} --session ${plan.session.id}`);
      expect(session).toMatchObject({ status, step });
    }
  });

  it('gives the sections, their places and the notes as the JSON contract says', async () => {
    await run('orchestrate plan Add-password-reset');
    const text = exampleText('planning-answer.md');
    const document = (await run(`orchestrate process --json --file ${example('planning-answer.md')}`)).json<{
      sections: Record<
        'analysis' | 'implementation' | 'notes',
        { text: string; start: number; end: number; confidence: string }
      >;
      missing: string[];
      metadata: Record<string, unknown>;
    }>();
    expect(document.missing).toEqual([]);
    const { analysis, notes } = document.sections;
    expect(text.slice(analysis.start)).toMatch(/^### 1\. ANALYSIS_TEMPLATE/);
    expect(text.slice(analysis.start, analysis.end).trimEnd()).toMatch(/``````$/);
    expect(analysis.text).toMatch(/^# Role: engineer who reads[\s\S]*is a finding: report it\.$/);
    expect(notes.text).toMatch(/^Feature: Password reset by mail/);
    expect(document.metadata).toMatchObject({
      feature: 'Password reset by mail',
      complexity: 'Medium',
      time_estimate: { text: '9-13 hours', min_hours: 9, max_hours: 13 },
      key_risks: [
        { mitigations: ['one answer for every address, after the same time'] },
        { mitigations: ['30 minutes, one use', 'end all other sessions when a password is set'] },
      ],
    });
  });

  it('prints the prompt alone into a pipe, and between rulers on a terminal', async () => {
    const piped = await run('orchestrate plan Add-a-login-page');
    expect(piped.out).toMatch(/^# Plan a feature/);
    const shown = await run('orchestrate plan Add-a-login-page', { terminal: true });
    expect(shown.out).toMatch(/^── planning prompt · ~[\d,]+ tokens ─+\n# Plan a feature/);
  });

  it('writes prompts and summaries into files below the working folder only', async () => {
    const inside = await run('orchestrate plan Add-a-login-page --out prompts/plan.md');
    expect(inside.code).toBe(0);
    expect(inside.out).toBe('');
    expect(readFileSync(join(bench.work, 'prompts/plan.md'), 'utf8')).toMatch(/^# Plan a feature/);
    const outside = await run('orchestrate plan Add-a-login-page --out ../plan.md');
    expect(outside.code).not.toBe(0);
    expect(outside.err).toContain('../plan.md');
  });
});

describe('an incomplete answer', () => {
  const half = exampleText('planning-answer.md').slice(exampleText('planning-answer.md').indexOf('### 2.'));
  const rest = exampleText('planning-answer.md').slice(
    0,
    exampleText('planning-answer.md').indexOf('### 2.'),
  );

  it('keeps the session in planning, exits 5 and asks for what is missing only', async () => {
    await run('orchestrate plan Add-password-reset');
    const first = await run('orchestrate process', { stdin: half });
    expect(first.code).toBe(5);
    expect(first.out).toContain('- ANALYSIS_TEMPLATE');
    expect(first.out).not.toContain('- IMPLEMENTATION_TEMPLATE is the complete');
    expect(first.err).toContain('missing');
    const status = (await run('orchestrate status --json')).json<SessionDocument & { missing: string[] }>();
    expect(status).toMatchObject({ session: { status: 'planning', step: 'process' }, missing: ['analysis'] });
    expect(status.next).toMatch(/process --session s\w+ --append$/);

    const second = await bench.run(['orchestrate', 'process', '--append', '--json'], { stdin: rest });
    expect(second.code).toBe(0);
    const joined = second.json<SessionDocument & { sections: Record<string, { attempt: string }> }>();
    expect(joined.session).toMatchObject({ status: 'analysis', step: 'analyze' });
    expect(joined.sections.analysis?.attempt).not.toBe(joined.sections.notes?.attempt);
  });

  it('takes a reply without a heading as the one section that was asked for', async () => {
    await run('orchestrate plan Add-password-reset');
    await run('orchestrate continue', { stdin: half });
    const reply = await bench.run(['orchestrate', 'continue', '--json'], {
      stdin: 'Read the routes first, then report.',
    });
    expect(reply.code).toBe(0);
    expect(
      reply.json<{ planning: { sections: { analysis: unknown } } }>().planning.sections.analysis,
    ).toMatchObject({
      text: 'Read the routes first, then report.',
      confidence: 'inferred',
    });
  });
});

describe('slips', () => {
  it.each([
    ['an empty text', () => '', 'empty'],
    ['white space', () => ' \n\t\n', 'empty'],
    ['the analysis in place of the plan', () => exampleText('analysis.md'), 'the analysis'],
    ['the report in place of the plan', () => exampleText('report.md'), 'implementation report'],
  ])('%s is refused and kept', async (_, text, says) => {
    await run('orchestrate plan Add-password-reset');
    const refused = await run('orchestrate process', { stdin: text() });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(says);
    const status = await runJson('orchestrate status');
    expect(status.session).toMatchObject({ status: 'planning', step: 'process' });
    const [kept = ''] = /a[0-9a-z]{12}/.exec(refused.err) ?? [];
    const shown = (await run(`orchestrate show --attempt ${kept} --json`)).json<{
      attempt: { outcome: string };
      text: string;
    }>();
    expect(shown).toMatchObject({ attempt: { outcome: 'rejected' }, text: text() });
  });

  it('an answer of no bytes is taken with --force, and nothing is in it', async () => {
    await run('orchestrate plan Add-password-reset');
    expect((await run('orchestrate process --force', { stdin: '' })).code).toBe(5);
  });

  it('the prompt itself, copied from a terminal, is refused', async () => {
    const shown = await run('orchestrate plan Add-password-reset', { terminal: true });
    const refused = await run('orchestrate process', { stdin: shown.out });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('prompt that was given out');
  });

  it('an earlier answer is refused, and taken with --force', async () => {
    await run('orchestrate plan Add-password-reset');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    const refused = await run(`orchestrate save-analysis --file ${example('planning-answer.md')}`);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('already');
    const [kept] = /a[0-9a-z]{12}/.exec(refused.err) ?? [];
    const forced = await run(`orchestrate retry --attempt ${kept} --force`);
    expect(forced.code).toBe(0);
    expect((await runJson('orchestrate status')).session.step).toBe('implement');
  });
});

describe('moves', () => {
  async function planned() {
    await run('orchestrate plan Add-password-reset');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
  }

  it('that are not allowed exit 4, name what is missing and what to do', async () => {
    await run('orchestrate plan Add-password-reset');
    const refused = await run('orchestrate implement');
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('the answer to the planning prompt is missing');
    expect(refused.err).toMatch(/Next: prompt-runner orchestrate process --session s/);
  });

  it('keep an answer that came at the wrong step', async () => {
    await run('orchestrate plan Add-password-reset');
    const refused = await run(`orchestrate complete --file ${example('report.md')}`);
    expect(refused.code).toBe(4);
    expect(refused.err).toMatch(/kept as attempt a[0-9a-z]{12}/);
  });

  it('done again mark what came after as stale, and undo takes that back', async () => {
    await planned();
    await run(`orchestrate continue --file ${example('analysis.md')}`);
    const again = await runJson(`orchestrate process --file ${example('planning-answer.md')}`);
    expect(again.session).toMatchObject({
      status: 'analysis',
      step: 'analyze',
      stale: ['analyze', 'save-analysis', 'implement'],
    });
    const undone = await runJson('orchestrate undo');
    expect(undone.session).toMatchObject({ status: 'implementation', step: 'complete', stale: [] });
  });

  it('are taken back one by one, to the plan at most', async () => {
    await planned();
    expect((await runJson('orchestrate undo')).session.step).toBe('analyze');
    expect((await runJson('orchestrate undo')).session.step).toBe('process');
    const nothing = await run('orchestrate undo');
    expect(nothing.code).toBe(4);
    expect(nothing.err).toContain('no move to take back');
  });

  it('cancel and delete can be taken back', async () => {
    await planned();
    const { session } = await runJson('orchestrate status');
    expect((await runJson('orchestrate cancel')).session.status).toBe('cancelled');
    expect((await run('orchestrate analyze')).code).toBe(4);
    await run('orchestrate undo');
    expect((await run('orchestrate delete', {})).code).toBe(2);
    expect((await run(`orchestrate delete ${session.id}`)).code).toBe(2);
    expect((await run(`orchestrate delete ${session.id} --yes`)).code).toBe(0);
    expect((await run(`orchestrate show ${session.id}`)).code).toBe(3);
    expect((await runJson(`orchestrate undo ${session.id}`)).session.status).toBe('analysis');
  });

  it('deleted sessions go for good a day later', async () => {
    await planned();
    const { session } = await runJson('orchestrate status');
    bench.time = new Date('2026-01-01T00:00:00Z');
    await run(`orchestrate delete ${session.id} --yes`);
    const other = await runJson('orchestrate plan Something-else');
    bench.time = new Date('2026-01-02T00:00:01Z');
    await run(`orchestrate delete ${other.session.id} --yes`);
    expect((await run(`orchestrate undo ${session.id}`)).code).toBe(3);
    expect((await run(`orchestrate undo ${other.session.id}`)).code).toBe(0);
  });
});

describe('the question before a deletion', () => {
  it('counts what goes', async () => {
    await run('orchestrate plan Tea');
    expect((await run('orchestrate delete Tea')).err).toContain('(Tea) with its prompt?');
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    expect((await run('orchestrate delete Tea')).err).toContain('(Tea) with its 2 prompts and answers?');
  });
});
