import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, exampleText, Workbench } from './harness.js';

interface Document {
  readonly session: {
    readonly id: string;
    readonly status: string;
    readonly step: string | null;
    readonly stale: string[];
    readonly request: number;
    readonly parts: { done: number; total: number } | null;
  };
  readonly prompt: { readonly text: string; readonly part: number | null };
  readonly suggestion: { readonly track: string; readonly next: string } | null;
  readonly next: string;
}

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);
const runJson = async (line: string, options = {}) => (await run(`${line} --json`, options)).json<Document>();

const planning = exampleText('planning-answer.md');
const withoutAnalysis = planning.slice(planning.indexOf('### 2.'));

describe('a quick session', () => {
  it('asks for two sections, and goes from the plan to the implementation', async () => {
    const plan = await runJson('orchestrate plan Fix-a-typo --quick');
    expect(plan.prompt.text).toContain('### 1. IMPLEMENTATION_TEMPLATE');
    expect(plan.prompt.text).not.toContain('ANALYSIS_TEMPLATE\n');
    const processed = await run('orchestrate continue', { stdin: withoutAnalysis });
    expect(processed.code).toBe(0);
    expect(processed.out).toContain('read first what the feature touches');
    expect(processed.out).not.toContain('## The analysis of the codebase');
    const status = await run('orchestrate status');
    expect(status.out).toMatch(/– analyze +skipped/);
    expect((await run('orchestrate analyze')).code).toBe(4);
    const done = await runJson(`orchestrate continue --file ${example('report.md')}`);
    expect(done.session.status).toBe('completed');
  });

  it('may be decided on after the plan, and taken back', async () => {
    await run('orchestrate plan Something');
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    const quick = await runJson('orchestrate implement --quick');
    expect(quick.session).toMatchObject({ status: 'implementation', step: 'complete' });
    await run('orchestrate undo');
    await run('orchestrate undo');
    expect((await runJson('orchestrate status')).session.step).toBe('analyze');
  });
});

describe('an implementation in parts', () => {
  async function analysed() {
    await run('orchestrate plan Add-password-reset');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    await run(`orchestrate save-analysis --file ${example('analysis.md')}`);
  }

  it('gives each part its own prompt, report and state', async () => {
    await analysed();
    const first = await runJson('orchestrate implement --part 1');
    expect(first.prompt).toMatchObject({ part: 1 });
    expect(first.prompt.text).toContain('The part to implement now: 1 of 4');
    expect(first.prompt.text).toContain('1. Migration and tokens (now)');
    const report = 'File: src/db/schema.ts\n- Type: Modified\n- Purpose: the table\n';
    const second = await run('orchestrate continue', { stdin: report });
    expect(second.code).toBe(0);
    expect(second.out).toContain('The part to implement now: 2 of 4');
    expect(second.out).toContain('Report of part 1: Migration and tokens');
    const status = await run('orchestrate status');
    expect(status.out).toMatch(/1\/4 done/);
    expect(status.out).toMatch(/✓ 1 +Migration and tokens/);
    expect((await runJson('orchestrate status')).session.parts).toEqual({ done: 1, total: 4 });
    for (const part of [2, 3, 4]) {
      if (part > 2) await run(`orchestrate implement --part ${part}`);
      const { session } = await runJson('orchestrate complete', {
        stdin: `Part ${part} is done in src/p${part}.ts.\n`,
      });
      expect(session.parts?.done).toBe(part);
    }
    const done = await runJson('orchestrate status');
    expect(done.session).toMatchObject({ status: 'completed', step: null });
    const summary = await run('orchestrate show --part summary');
    expect(summary.out).toContain('`src/db/schema.ts` (modified)');
  });

  it('refuses parts that are not there, and a report before its prompt', async () => {
    await analysed();
    expect((await run('orchestrate implement --part 9')).code).toBe(3);
    await run('orchestrate implement --part 2');
    const early = await run('orchestrate complete --part 3', { stdin: 'Done.' });
    expect(early.code).toBe(4);
    expect(early.err).toContain('part 3 was not given yet');
    expect(early.err).toMatch(/Next: prompt-runner orchestrate implement --session \w+ --part 3$/m);
    const next = await runJson('orchestrate complete --part 2', { stdin: 'Part two is done.' });
    expect(next.next).toMatch(/implement --session s\w+ --part 1$/);
  });

  it('is taken back move by move', async () => {
    await analysed();
    await run('orchestrate implement --part 1');
    await run('orchestrate complete', { stdin: 'Part one is done.' });
    expect((await runJson('orchestrate undo')).session).toMatchObject({
      step: 'complete',
      parts: { done: 0, total: 4 },
    });
    expect((await runJson('orchestrate undo')).session).toMatchObject({ step: 'implement', parts: null });
  });
});

describe('the suggestion', () => {
  it.each([
    ['Complexity: Low\nEstimated Time: 2-3 hours', 'quick'],
    ['Complexity: Medium\nEstimated Time: 6-8 hours', 'standard'],
    [
      'Complexity: High\nEstimated Time: 20-30 hours\n\nImplementation Order:\n1. One\n2. Two\n3. Three\n4. Four',
      'parts',
    ],
  ])('for %j is %s', async (notes, track) => {
    await run('orchestrate plan Something');
    const answer = `### 1. ANALYSIS_TEMPLATE\nRead.\n### 2. IMPLEMENTATION_TEMPLATE\nWrite.\n### 3. EXECUTION_NOTES\n${notes}\n`;
    const processed = await runJson('orchestrate process', { stdin: answer });
    expect(processed.suggestion?.track).toBe(track);
  });

  it('is silent when the notes say nothing of size', async () => {
    await run('orchestrate plan Something');
    const answer =
      '### 1. ANALYSIS_TEMPLATE\nRead.\n### 2. IMPLEMENTATION_TEMPLATE\nWrite.\n### 3. EXECUTION_NOTES\nFeature: It\n';
    expect((await runJson('orchestrate process', { stdin: answer })).suggestion).toBeNull();
  });
});

describe('a changed request', () => {
  async function completed() {
    await run('orchestrate plan Add-password-reset-by-mail');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    await run(`orchestrate continue --file ${example('analysis.md')}`);
    await run(`orchestrate continue --file ${example('report.md')}`);
  }

  it('is a new revision: later results become stale, and the next prompts hold the previous ones', async () => {
    await completed();
    const revised = await run('orchestrate revise --request Add-password-reset-by-mail-and-by-text-message');
    expect(revised.code).toBe(0);
    expect(revised.err).toContain(
      '- Add-password-reset-by-mail\n+ Add-password-reset-by-mail-and-by-text-message',
    );
    expect(revised.out).toContain('revision 2 of the request');
    expect(revised.out).toContain('# Role: engineer who reads before others write');
    const { session } = await runJson('orchestrate status');
    expect(session).toMatchObject({ status: 'planning', step: 'process', request: 2 });
    expect(session.stale).toEqual(['process', 'analyze', 'save-analysis', 'implement', 'complete']);
    const analysis = await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    expect(analysis.out).toContain('+ Add-password-reset-by-mail-and-by-text-message');
    expect(analysis.out).toContain('## The analysis before');
    const implementation = await run('orchestrate continue', {
      stdin: exampleText('analysis.md').replace('Confirmed', 'Confirmed again'),
    });
    expect(implementation.out).toContain('## The report of what was done before');
  });

  it('is shown in the history, and any state can be looked at again', async () => {
    await completed();
    await run('orchestrate revise --request Something-else');
    const history = await run('orchestrate history');
    expect(history.out).toContain('Revision 2');
    expect(history.out).toMatch(/\d+ +plan \(revised\)/);
    const then = (await run('orchestrate show --at 2 --json')).json<{
      at: number;
      featureRequest?: string;
    }>();
    expect(then).toMatchObject({
      at: 2,
      feature_request: 'Add-password-reset-by-mail',
      session: { step: 'analyze' },
    });
    expect((await run('orchestrate show --at 99')).code).toBe(3);
    expect((await run('orchestrate show --at whenever')).code).toBe(2);
    expect((await run('orchestrate show --at 2999-01-01')).out).toContain('As it was after event');
  });

  it('is taken back with its words', async () => {
    await completed();
    await run('orchestrate revise --request Something-else');
    await run('orchestrate undo');
    const shown = (await run('orchestrate show --json')).json<Document & { feature_request: string }>();
    expect(shown).toMatchObject({
      feature_request: 'Add-password-reset-by-mail',
      session: { status: 'completed' },
    });
    await run('orchestrate revise --request Something-quite-different');
    expect((await run('orchestrate history')).out).toContain('+ Something-quite-different');
  });

  it('has to differ, and to be a request', async () => {
    await completed();
    expect((await run('orchestrate revise --request Add-password-reset-by-mail')).code).toBe(1);
    expect((await run('orchestrate revise', { stdin: ' ' })).code).toBe(1);
  });
});
