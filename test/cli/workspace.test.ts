import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textsAt, writeOlderSession } from '../fixtures/older-workspace.js';
import { example, exampleText, type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

interface StatusDocument {
  readonly session: { readonly id: string; readonly status: string; readonly step: string | null };
  readonly next: string;
}

const planning = () => join(bench.work, 'planning');
const run = (line: string, options: RunOptions = {}) =>
  bench.run(`${line} --workspace planning`.split(' '), options);
const statusOf = async (session = '') =>
  (await run(`orchestrate status ${session}`.trim().concat(' --json'))).json<StatusDocument>();

describe('a feature in a workspace', () => {
  it('is plan and three continues, with its texts beside, and without a database', async () => {
    const plan = await run(`orchestrate plan --file ${example('request.md')}`);
    expect(plan.err).toMatch(/Next: prompt-runner orchestrate process --session s\w+ --workspace planning\n/);
    for (const answer of ['planning-answer.md', 'analysis.md', 'report.md']) {
      const { code, err } = await run(`orchestrate continue --file ${example(answer)}`);
      expect(code, err).toBe(0);
    }
    const { session } = await statusOf();
    expect(session).toMatchObject({ status: 'completed', step: null });
    const file = JSON.parse(readFileSync(join(planning(), 'sessions', `${session.id}.json`), 'utf8'));
    expect(file).toMatchObject({ id: session.id, status: 'complete', complexity: 'Medium' });
    const text = (key: string) => readFileSync(join(planning(), file.files[key]), 'utf8');
    expect(text('orchestrator_prompt')).toBe(plan.out);
    expect(text('execution_notes')).toMatch(/^Feature: Password reset by mail/);
    expect(text('analysis_output')).toBe(exampleText('analysis.md'));
    expect(text('implementation_output')).toBe(exampleText('report.md'));
    const raw = readFileSync(join(planning(), 'outputs', `${session.id}.process.1.raw`), 'utf8');
    expect(raw).toBe(exampleText('planning-answer.md'));
    expect(existsSync(bench.db)).toBe(false);
    expect(readdirSync(bench.folder)).toEqual(['work']);
  });

  it('has every other move too', async () => {
    await run('orchestrate plan Tea');
    await run('orchestrate plan Coffee');
    const listed = await run('orchestrate list-sessions --json');
    expect(listed.json<{ total: number }>().total).toBe(2);
    for (const line of [
      'use Tea',
      `revise --file ${example('request.md')}`,
      'cancel',
      'undo',
      'history',
      'retry --step plan',
      'board',
      'show',
      'delete Coffee --yes',
    ]) {
      const { code, err } = await run(`orchestrate ${line}`);
      expect(code, `${line}: ${err}`).toBe(0);
    }
    expect((await run('orchestrate list-sessions --json')).json<{ total: number }>().total).toBe(1);
    expect(existsSync(bench.db)).toBe(false);
  });

  it('goes on wherever the workspace is named, also by the environment', async () => {
    await run('orchestrate plan Tea');
    const elsewhere = join(bench.folder, 'elsewhere');
    mkdirSync(elsewhere);
    const env = { PROMPT_RUNNER_WORKSPACE: planning() };
    const status = await bench.run(['orchestrate', 'status', '--json'], { cwd: elsewhere, env });
    expect(status.json<StatusDocument>()).toMatchObject({ session: { step: 'process' } });
    expect(status.json<StatusDocument>().next).toMatch(/^prompt-runner orchestrate process --session s\w+$/);
    const db = await bench.run(['orchestrate', 'status', '--db', 'other.db'], { env });
    expect(db.code).toBe(3);
  });
});

describe('a refusal in a workspace', () => {
  it('names the commands that lead back to it', async () => {
    await run('orchestrate plan Tea');
    const early = (await run('orchestrate implement --json')).json<{ error: { next: string } }>();
    expect(early.error.next).toMatch(/ --workspace planning$/);
    const slip = await run(`orchestrate process --file ${example('report.md')}`);
    expect(slip.err).toMatch(/--force --workspace planning\nNext: .* --workspace planning\n$/);
  });

  it('of a project says that there are none', async () => {
    const { code, err } = await run('orchestrate plan Tea --project shop');
    expect(code).toBe(2);
    expect(err).toContain('A workspace has no projects');
    const fromEnvironment = await run('orchestrate plan Tea', { env: { PROMPT_RUNNER_PROJECT: 'shop' } });
    expect(fromEnvironment.code).toBe(0);
  });

  it('of two places to work in names both', async () => {
    const { code, err } = await run('orchestrate status --db store.db');
    expect(code).toBe(2);
    expect(err).toContain('--db and --workspace');
  });

  it('of a file instead of a folder says so', async () => {
    writeFileSync(planning(), 'no folder');
    const { code, err } = await run('orchestrate list-sessions');
    expect(code).toBe(1);
    expect(err).toContain('it is no folder');
  });
});

describe("a workspace's templates", () => {
  it('win over the built-in ones, each for itself', async () => {
    mkdirSync(join(planning(), 'templates'), { recursive: true });
    writeFileSync(
      join(planning(), 'templates/orchestrator.md'),
      'Our own way to plan: {{ feature_request }}\n',
    );
    expect((await run('orchestrate plan Tea')).out).toBe('Our own way to plan: Tea\n');
    const analysis = await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    expect(analysis.out).toContain('# Role: engineer who reads before others write');
    const { attempts } = (await run('orchestrate show --json')).json<{ attempts: { template: string }[] }>();
    expect(attempts.map(({ template }) => template)).toEqual([
      'workspace/orchestrator',
      null,
      'builtin/analysis',
    ]);
  });

  it('may be joined by stored ones, and touch no database without', async () => {
    expect((await run('orchestrate plan Tea')).code).toBe(0);
    expect(existsSync(bench.db)).toBe(false);
    expect((await run('orchestrate plan Tea --use-db')).code).toBe(0);
    expect(existsSync(bench.db)).toBe(true);
  });
});

describe('a workspace of the older tool', () => {
  it.each([
    ['planned', 'planning', 'process'],
    ['templates_ready', 'analysis', 'analyze'],
    ['analyzing', 'analysis', 'save-analysis'],
    ['analysis_complete', 'implementation', 'implement'],
    ['implementing', 'implementation', 'complete'],
    ['complete', 'completed', null],
    ['cancelled', 'cancelled', null],
  ])('goes on where it stood: %s', async (status, ours, step) => {
    const texts = textsAt[status] ?? textsAt.planned ?? {};
    writeOlderSession(planning(), { id: '20250101_120000_Abc', status, texts });
    const { session } = await statusOf('20250101_12');
    expect(session).toMatchObject({ id: '20250101_120000_Abc', status: ours, step });
  });

  it('is carried to its end', async () => {
    writeOlderSession(planning(), {
      id: '20250101_120000_abc',
      status: 'analysis_complete',
      texts: textsAt.analysis_complete ?? {},
    });
    const implement = await run('orchestrate continue --session 20250101_120000_abc');
    expect(implement.out).toContain('Invoices are drawn up in `src/invoices/draw.ts`');
    const report = await run(`orchestrate continue -s 20250101_120000_abc --file ${example('report.md')}`);
    expect(report.code, report.err).toBe(0);
    const file = readFileSync(join(planning(), 'sessions/20250101_120000_abc.json'), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ status: 'complete', timestamp: '2025-01-01T12:00:00.123456' });
  });

  it('with a file that cannot be read names it, and shows the others', async () => {
    writeOlderSession(planning(), { id: 'good', status: 'planned' });
    writeFileSync(join(planning(), 'sessions/bad.json'), '{');
    const { code, out, err } = await run('orchestrate list-sessions --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ total: 1, sessions: [{ id: 'good' }] });
    expect(err).toContain('Warning: sessions/bad.json cannot be read: it is not a JSON document.');
    expect(err.match(/Warning/g)).toHaveLength(1);
    expect((await run('orchestrate show bad')).err).toContain('sessions/bad.json cannot be read');
  });
});
