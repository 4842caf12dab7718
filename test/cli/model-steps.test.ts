import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunBench } from '../fixtures/run-bench.js';
import { example, exampleText } from './harness.js';

interface StepDocument {
  readonly session: { readonly id: string; readonly status: string };
  readonly step: string;
  readonly part: number | null;
  readonly attempt: string;
  readonly executions: string[];
  readonly cost: number | null;
  readonly answer: string;
  readonly missing: { readonly text: string }[];
  readonly evidence: Evidence | null;
  readonly next: string;
}

interface Evidence {
  readonly branch: string | null;
  readonly files:
    | { readonly path: string; readonly status: string; readonly language: string | null }[]
    | null;
  readonly verification: {
    readonly passed: boolean;
    readonly command: string[];
    readonly output: string;
  } | null;
}

const planning = exampleText('planning-answer.md');
const report = exampleText('report.md');

let bench: RunBench;
beforeEach(async () => {
  bench = new RunBench();
  await bench.run(['orchestrate', 'plan', 'Add password reset by mail']);
});
afterEach(() => bench.dispose());

const step = (...words: string[]) => bench.json<StepDocument>(['orchestrate', ...words]);
const planned = () => bench.run(`orchestrate process --file ${example('planning-answer.md')}`);
const analysed = async () => {
  await planned();
  await bench.run('orchestrate analyze');
  await bench.run(`orchestrate save-analysis --file ${example('analysis.md')}`);
};
const agent = () =>
  bench.agent(
    `fs.writeFileSync('reset.ts', 'export const reset = 1;\\n'); process.stdout.write(${JSON.stringify(report)});`,
  );

describe('one step by a model', () => {
  it('is the planning, with what the plan takes for granted', async () => {
    const { code, document } = await step('process', '--model', bench.model([{ answer: planning }]));
    expect([code, document.step, document.session.status]).toEqual([0, 'process', 'analysis']);
    expect(document.missing.map(({ text }) => text)).toContain('src/mail/send.ts');
    expect(document.executions).toHaveLength(1);
    expect(document.next).toContain('orchestrate analyze');
  });

  it('is a planning that stays incomplete: done in part, as by hand', async () => {
    const incomplete = planning.replace(/### 2\.[\s\S]*?(?=### 3\.)/, '');
    const { code, out } = await bench.run([
      'orchestrate',
      'process',
      '--model',
      bench.model([{ answer: incomplete }]),
    ]);
    expect(code).toBe(5);
    expect(out).toMatch(/IMPLEMENTATION_TEMPLATE +missing/);
    expect(out).toMatch(/orchestrate process --session s\w+ --append/);
  });

  it('is the analysis', async () => {
    await planned();
    const model = bench.model([{ answer: exampleText('analysis.md') }]);
    const { code, document } = await step('analyze', '--model', model);
    expect([code, document.step, document.session.status]).toEqual([0, 'save-analysis', 'implementation']);
    expect(document.answer).toContain('Architecture Overview');
  });

  it('is the implementation by an agent, with evidence', async () => {
    await analysed();
    const words = ['implement', '--model', agent(), '--verify', bench.program("console.log('fine')")];
    const { code, document } = await step(...words);
    expect([code, document.session.status]).toEqual([0, 'completed']);
    expect(document.evidence).toMatchObject({
      branch: `prompt-runner/${document.session.id}`,
      files: [{ path: 'reset.ts', status: 'added', language: 'TypeScript' }],
      verification: { passed: true, output: expect.stringContaining('fine') },
    });
    const shown = await bench.json<{ evidence: Evidence | null }>('orchestrate show');
    expect(JSON.stringify(shown.document)).toContain('reset.ts');
  });

  it('is an implementation whose tests fail: done in part, as by a run', async () => {
    await analysed();
    const verify = bench.program("console.log('1 failed'); process.exit(1)");
    const { code, document } = await step('implement', '--model', agent(), '--verify', verify);
    expect([code, document.session.status]).toEqual([5, 'completed']);
    expect(document.evidence?.verification).toMatchObject({ passed: false, end: 'exited' });
  });

  it('is a part of the implementation, in a worktree', async () => {
    await analysed();
    const { document } = await step('implement', '--part', '1', '--model', agent(), '--worktree');
    expect([document.part, document.session.status]).toEqual([1, 'implementation']);
    expect(existsSync(join(bench.repository.root, 'reset.ts'))).toBe(false);
    expect(existsSync(join(`${bench.repository.root}-${document.session.id}`, 'reset.ts'))).toBe(true);
    expect((await step('implement', '--model', agent(), '--worktree')).document.part).toBe(2);
  });

  it('is the implementation without an analysis', async () => {
    await planned();
    const { code, document } = await step('implement', '--quick', '--model', agent());
    expect([code, document.session.status]).toEqual([0, 'completed']);
  });

  it('is refused when it is not its turn, before anything is asked', async () => {
    const { code } = await bench.run(['orchestrate', 'analyze', '--model', bench.model([{ answer: 'x' }])]);
    expect(code).toBe(4);
    const { document } = await bench.json<{ total: number }>('execution list --kind model');
    expect(document.total).toBe(0);
  });

  it('can be read by a person, with its price', async () => {
    const model = bench.model([{ answer: planning, usage: { input: 10, output: 10 } }]);
    const { out } = await bench.run(['orchestrate', 'process', '--model', model], { terminal: true });
    expect(out).toContain('Named as if they were there, and not found:');
    expect(out).toContain('It cost $0.00.');
  });
});

describe('evidence', () => {
  it('is gathered after an implementation by hand, too', async () => {
    await analysed();
    await bench.run('orchestrate implement');
    bench.repository.write({ 'src/by-hand.py': 'print(1)\n' });
    const verify = bench.program("console.log('1 failed'); process.exitCode = 1");
    const words = ['complete', '--file', example('report.md'), '--verify', verify];
    const { document } = await bench.json<{ summary: { evidence: Evidence | null } }>([
      'orchestrate',
      ...words,
    ]);
    expect(JSON.stringify(document)).toContain('src/by-hand.py');
    expect(JSON.stringify(document)).toContain('"passed":false');
    const { out } = await bench.run('orchestrate show');
    expect(out).toContain('Tests fail');
    expect(out).toContain('src/by-hand.py');
  });

  it.each([
    ['outside of git', () => {}],
    ['before the first commit', () => bench.repository.git('init', '--quiet')],
  ])('does not say that no file was changed when nobody knows: %s', async (_, make) => {
    await analysed();
    rmSync(join(bench.repository.root, '.git'), { recursive: true });
    make();
    const { document } = await step('implement', '--model', agent(), '--yes');
    expect(document.evidence).toMatchObject({ branch: null, base: null, files: null });
    const { out } = await bench.run('orchestrate show');
    expect(out).toContain('Changed files are not known');
    expect(out).not.toContain('0 files');
    const { out: summary } = await bench.run('orchestrate show --part summary');
    expect(summary).toContain('changed files are not known');
  });
});

describe('a rating', () => {
  it('is kept with its note, the newest counts, and nothing can be rated that is not done', async () => {
    expect((await bench.run('orchestrate rate 4')).code).toBe(4);
    await planned();
    expect((await bench.run('orchestrate rate 6')).code).toBe(2);
    const rated = await bench.json<{ phase: string; rating: number }>([
      'orchestrate',
      'rate',
      '2',
      '--note',
      'Thin',
    ]);
    expect(rated.document).toMatchObject({ phase: 'planning', rating: 2, note: 'Thin' });
    await bench.run('orchestrate rate 4 --phase planning');
    expect((await bench.run('orchestrate rate 4 --phase analysis')).code).toBe(4);
    const { out } = await bench.run('orchestrate show');
    expect(out).toMatch(/planning .* ★★★★\n/);
  });
});

describe('the context', () => {
  it('is the same every time, within its limit, and without credentials', async () => {
    const words = ['orchestrate', 'context', 'sign-in', '--tokens', '600'];
    const { document } = await bench.json<{
      text: string;
      tokens: number;
      limit: number;
      left_out: unknown[];
    }>(words);
    expect(document.text).toContain('canonicalAddress');
    expect(document.text).toContain('Write in British English.');
    expect(document.text).not.toContain('orchid-in-the-cellar');
    expect(document.tokens).toBeLessThanOrEqual(600);
    expect(document.left_out).toContainEqual(expect.objectContaining({ path: '.env' }));
    expect((await bench.json(words)).out).toBe((await bench.json(words)).out);
  });

  it('can be listed by its parts', async () => {
    const { out } = await bench.run('orchestrate context --parts');
    expect(out).toMatch(/^Part +What +Tokens/);
    expect(out).toContain('AGENTS.md');
    expect(readFileSync(join(bench.repository.root, 'AGENTS.md'), 'utf8')).toContain('British');
  });
});
