import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutput } from '../../src/operations/transfer/outputs.js';
import { textsAt, wellCut, writeOlderSession } from '../fixtures/older-workspace.js';
import { example, type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

type TransferDocument = Pick<ImportOutput, 'sessions' | 'counts'>;

const planning = () => join(bench.work, 'planning');
const run = (line: string, options: RunOptions = {}) => bench.run(line.split(' '), options);

async function transfer(line: string): Promise<TransferDocument> {
  return (await run(`orchestrate ${line} --workspace planning --json`)).json<TransferDocument>();
}

/** A session as a command shows it, but for its id, which the older tool's differ in. */
async function shown(session: string, options = ''): Promise<unknown> {
  const document = await run(`orchestrate export ${session} --format json${options}`);
  expect(document.code, document.err).toBe(0);
  return comparable(document.out.replaceAll(session, 'ID').replaceAll('old_1', 'ID'));
}

/** What is the same in every place: a workspace keeps no record of executions. */
function comparable(document: string): unknown {
  const { next: _next, executions: _executions, ...rest } = JSON.parse(document);
  return rest;
}

async function onlyId(options = ''): Promise<string> {
  const list = await run(`orchestrate list-sessions --json${options}`);
  const [session] = list.json<{ sessions: { id: string }[] }>().sessions;
  return session?.id ?? 'none';
}

/** A feature in the database, with a refused answer, an incomplete one and a revision. */
async function featureInDatabase(): Promise<string> {
  await run(`orchestrate plan --file ${example('request.md')} --type api`);
  await run(`orchestrate process --file ${example('report.md')}`);
  await run('orchestrate process', { stdin: '### 3. EXECUTION_NOTES\n\nComplexity: Low\n' });
  await run('orchestrate revise', { stdin: 'Add password reset by mail and by post' });
  for (const answer of ['planning-answer.md', 'analysis.md', 'report.md']) {
    await run(`orchestrate continue --file ${example(answer)}`);
  }
  return onlyId();
}

describe('from the database to a workspace and back', () => {
  it('everything stays the same, and nothing is doubled', async () => {
    const id = await featureInDatabase();
    const there = await transfer('export');
    expect(there.counts).toEqual({ exported: 1, updated: 0, skipped: 0, repaired: 0, failed: 0 });
    expect(await shown(id, ' --workspace planning')).toEqual(await shown(id));

    const back = new Workbench();
    const imported = await back.run(['orchestrate', 'import', '--workspace', planning(), '--json']);
    expect(imported.json<TransferDocument>().sessions).toMatchObject([{ from: id, id, outcome: 'imported' }]);
    const again = await back.run(['orchestrate', 'export', id, '--format', 'json']);
    expect(comparable(again.out.replaceAll(id, 'ID'))).toEqual(await shown(id));
    back.dispose();

    for (const line of ['import', 'export', 'import']) {
      const { sessions } = await transfer(line);
      expect(sessions).toMatchObject([{ id, outcome: 'skipped', skipped_because: 'same' }]);
    }
  });

  it('a session of the older tool is the same in every place that it came through', async () => {
    writeOlderSession(planning(), { id: 'old_1', status: 'complete', texts: textsAt.complete ?? {} });
    const first = await shown('old_1', ' --workspace planning');
    const [imported] = (await transfer('import')).sessions;
    const id = imported?.id ?? 'none';
    expect(await shown(id)).toEqual(first);
    await run('orchestrate export --workspace other');
    expect(await shown(id, ' --workspace other')).toEqual(first);
  });

  it('whichever side moved on is continued on the other', async () => {
    await run('orchestrate plan Tea');
    await transfer('export');
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    expect((await transfer('import')).sessions).toMatchObject([{ outcome: 'skipped' }]);
    expect((await transfer('export')).counts).toMatchObject({ updated: 1 });
    await run('orchestrate analyze --workspace planning --session Tea');
    expect((await transfer('import')).counts).toMatchObject({ updated: 1 });
    expect((await run('orchestrate status --json')).json()).toMatchObject({
      session: { step: 'save-analysis' },
    });
  });

  it('what both sides moved is left alone, and said', async () => {
    await run('orchestrate plan Tea');
    await transfer('export');
    await run('orchestrate cancel');
    await run(
      `orchestrate process --session Tea --workspace planning --file ${example('planning-answer.md')}`,
    );
    const before = await shown(await onlyId());
    const { code, out } = await run('orchestrate import --workspace planning --json');
    expect(code).toBe(1);
    expect(JSON.parse(out).sessions).toMatchObject([
      { outcome: 'failed', problem: { code: 'SESSION_DIVERGED' } },
    ]);
    expect(await shown(await onlyId())).toEqual(before);
  });

  it('a project is kept where it is known', async () => {
    await run('project create shop');
    await run('orchestrate plan Tea');
    await transfer('export');
    const other = new Workbench();
    const words = ['orchestrate', 'import', '--workspace', planning()];
    const first = await other.run(words);
    expect(first.code).toBe(0);
    expect(first.out).toContain('its project "shop" is not known here');
    other.dispose();
    const third = new Workbench();
    await third.run(['project', 'create', 'shop']);
    await third.run(words);
    const list = await third.run(['orchestrate', 'list-sessions', '--project', 'shop', '--json']);
    expect(list.json<{ total: number }>().total).toBe(1);
    third.dispose();
  });
});

describe("importing the older tool's sessions", () => {
  const OLD = '20250101_120000_abc';

  it('gives each a new id, the same every time, and finds it by the old one', async () => {
    for (const [at, status] of Object.keys(textsAt).entries()) {
      writeOlderSession(planning(), { id: `${OLD}${at}`, status, texts: textsAt[status] ?? {} });
    }
    const { counts, sessions } = await transfer('import');
    expect(counts).toEqual({ imported: 6, updated: 0, skipped: 0, repaired: 0, failed: 0 });
    expect(sessions.map(({ id }) => id?.slice(0, 1))).toEqual(Array(6).fill('s'));
    expect(await transfer('import')).toMatchObject({ counts: { imported: 0, skipped: 6 } });
    const show = await run(`orchestrate show ${OLD}5 --json`);
    expect(show.json()).toMatchObject({ session: { id: sessions[5]?.id, status: 'completed' } });
  });

  it('follows the older tool when it goes on', async () => {
    writeOlderSession(planning(), { id: OLD, status: 'planned', texts: textsAt.planned ?? {} });
    await transfer('import');
    writeOlderSession(planning(), { id: OLD, status: 'complete', texts: textsAt.complete ?? {} });
    expect((await transfer('import')).counts).toMatchObject({ updated: 1, imported: 0 });
    expect(await onlyId()).toMatch(/^s/);
  });

  it('takes them back into their own files', async () => {
    writeOlderSession(planning(), { id: OLD, status: 'templates_ready', texts: wellCut });
    await transfer('import');
    await run(`orchestrate analyze --session ${OLD}`);
    const { sessions } = await transfer('export');
    expect(sessions).toMatchObject([{ id: OLD, outcome: 'updated' }]);
    expect(readdirSync(join(planning(), 'sessions'))).toEqual([`${OLD}.json`]);
    const file = JSON.parse(readFileSync(join(planning(), 'sessions', `${OLD}.json`), 'utf8'));
    expect(file).toMatchObject({ id: OLD, status: 'analyzing', project_type: 'web' });
    expect(file.files.analysis_template).toBe(`outputs/${OLD}_analysis_template.md`);
    expect((await transfer('import')).counts).toMatchObject({ skipped: 1 });
  });

  it('reports what was cut wrongly, puts right what is all there, and drops nothing', async () => {
    const leaked = `${wellCut.implementation_template}\n\n### 3. EXECUTION_NOTES\n\n${wellCut.execution_notes}`;
    const { execution_notes: _, ...rest } = wellCut;
    writeOlderSession(planning(), {
      id: 'leaked',
      status: 'templates_ready',
      texts: { ...rest, implementation_template: leaked },
    });
    const broken = wellCut.analysis_template.slice(0, wellCut.analysis_template.indexOf('rg '));
    writeOlderSession(planning(), {
      id: 'torn',
      status: 'templates_ready',
      texts: { ...wellCut, analysis_template: broken },
    });
    const { code, out } = await run('orchestrate import --workspace planning');
    expect(code).toBe(0);
    expect(out).toContain('leaked: implementation_template holds another section, put right');
    expect(out).toContain('torn: analysis_template leaves a code block open');
    expect(out).toContain('1 imported, 0 updated, 0 skipped, 1 repaired, 0 failed');
    const part = async (session: string, name: string) =>
      (await run(`orchestrate show ${session} --part ${name}`)).out.trimEnd();
    expect(await part('leaked', 'implementation-template')).toBe(wellCut.implementation_template);
    expect(await part('leaked', 'notes')).toBe(wellCut.execution_notes);
    expect(await part('torn', 'analysis-template')).toBe(broken.trimEnd());
  });

  it('exits 5 when some cannot be read, and takes the others', async () => {
    writeOlderSession(planning(), { id: 'good', status: 'planned', texts: textsAt.planned ?? {} });
    writeFileSync(join(planning(), 'sessions/bad.json'), 'no');
    const { code, out } = await run('orchestrate import --workspace planning');
    expect(code).toBe(5);
    expect(out).toContain('bad: sessions/bad.json cannot be read: it is not a JSON document');
    expect(out).toContain('1 imported, 0 updated, 0 skipped, 0 repaired, 1 failed');
  });

  it('refuses an id that another feature request has', async () => {
    writeOlderSession(planning(), { id: OLD, status: 'planned' });
    await transfer('import');
    writeOlderSession(planning(), { id: OLD, status: 'planned', keys: { feature_request: 'Other' } });
    expect((await transfer('import')).sessions).toMatchObject([{ problem: { code: 'SESSION_ID_TAKEN' } }]);
  });

  it('needs a workspace that is there', async () => {
    expect((await run('orchestrate import')).code).toBe(2);
    const { code, err } = await run('orchestrate import --workspace nowhere');
    expect(code).toBe(3);
    expect(err).toContain('There is no workspace');
    expect(existsSync(join(bench.work, 'nowhere'))).toBe(false);
  });
});

describe('exporting a session', () => {
  it('writes a folder that reads well beside the code', async () => {
    const id = await featureInDatabase();
    const { code, out } = await run(`orchestrate export ${id} --out docs/reset`);
    expect(code).toBe(0);
    expect(out).toContain('docs/reset/README.md');
    const folder = join(bench.work, 'docs/reset');
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(readme).toMatch(/^# Add password reset by mail and by post\n\n- Session: s/);
    const links = Array.from(readme.matchAll(/\]\(([^)]+)\)/g), ([, name = '']) => name);
    expect(['README.md', ...links].toSorted()).toEqual(readdirSync(folder).toSorted());
    expect(links).toContain('implementation-prompt.md');
    expect(readme).toContain('## Changed files\n\n- `');
    const history = readFileSync(join(folder, 'history.md'), 'utf8');
    expect(history).toMatch(/\| 2 \| .* \| tester\S* \| answer-rejected \| process \| planning \|/);
    expect(history).toContain('    + Add password reset by mail and by post');
  });

  it('writes each part of a large feature by itself', async () => {
    await run('orchestrate plan Tea');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    await run(`orchestrate save-analysis --file ${example('analysis.md')}`);
    await run('orchestrate implement --part 1');
    await run(`orchestrate complete --file ${example('report.md')}`);
    expect((await run('orchestrate export --out docs')).code).toBe(0);
    const parts = readdirSync(join(bench.work, 'docs')).filter((name) => name.startsWith('part-'));
    expect(parts).toEqual(['part-1-prompt.md', 'part-1-report.md']);
    expect(readFileSync(join(bench.work, 'docs/README.md'), 'utf8')).toMatch(/## Parts\n\n1\. .*: done\n/);
  });

  it('replaces files only when it may, and none outside of the working folder', async () => {
    await run('orchestrate plan Tea');
    mkdirSync(join(bench.work, 'docs'));
    writeFileSync(join(bench.work, 'docs/request.md'), 'mine');
    expect((await run('orchestrate export Tea --out docs')).code).toBe(1);
    expect(readdirSync(join(bench.work, 'docs'))).toEqual(['request.md']);
    expect((await run('orchestrate export Tea --out docs --yes')).code).toBe(0);
    expect(readFileSync(join(bench.work, 'docs/request.md'), 'utf8')).toBe('Tea\n');
    expect((await run('orchestrate export Tea --out ../docs')).code).not.toBe(0);
  });

  it('writes one document, to standard output or a file, without credentials', async () => {
    await run('orchestrate plan Tea');
    const key = `AKIA${'AB3D'.repeat(4)}`;
    await run('orchestrate process', { stdin: `### 1. ANALYSIS_TEMPLATE\n\nUse ${key}\n` });
    const { out } = await run('orchestrate export --format json');
    const document = JSON.parse(out);
    expect(document.attempts.map(({ text }: { text: string }) => text.length > 0)).toEqual([
      true,
      true,
      true,
    ]);
    expect(document.events).toHaveLength(2);
    expect(out).not.toContain(key);
    await run('orchestrate export --format json --out tea.json');
    expect(readFileSync(join(bench.work, 'tea.json'), 'utf8')).toBe(out);
  });

  it('says what is missing from the command', async () => {
    await run('orchestrate plan Tea');
    const { code, err } = await run('orchestrate export');
    expect(code).toBe(2);
    expect(err).toContain('Say where to: --workspace');
    expect((await run('orchestrate export --format markdown')).code).toBe(2);
  });
});
