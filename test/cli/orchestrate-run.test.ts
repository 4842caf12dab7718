import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunOutput } from '../../src/operations/session/run/run-outputs.js';
import { RunBench } from '../fixtures/run-bench.js';
import { example, exampleText } from './harness.js';

interface StepDocument {
  readonly step: string;
  readonly part: number | null;
  readonly status: string;
  readonly executions: string[];
  readonly verified: boolean | null;
  readonly cost: number | null;
  readonly gate: { readonly decision: string; readonly comment: string | null } | null;
  readonly problem: { readonly code: string } | null;
}

/** What `orchestrate run --json` prints, as far as the tests look at it. */
interface RunDocument {
  readonly session: { readonly id: string; readonly status: string; readonly stale: string[] };
  readonly run: { readonly status: string; readonly problem: RunOutput['run']['problem'] };
  readonly steps: StepDocument[];
  readonly gate: { readonly step: string; readonly attempt: string; readonly preview: string } | null;
  readonly cost: number | null;
  readonly next: string;
}

const planning = exampleText('planning-answer.md');
const withoutImplementation = planning.replace(/### 2\.[\s\S]*?(?=### 3\.)/, '');
const analysis = exampleText('analysis.md');
const report = exampleText('report.md');

/** Writes a file and reports. */
const implements_ = `fs.mkdirSync('src/auth', { recursive: true });
  fs.appendFileSync('src/auth/reset-token.ts', 'export const token = 1;\\n');
  fs.appendFileSync('prompts.log', JSON.stringify(prompt) + '\\n');
  process.stdout.write(${JSON.stringify(report)});`;

let bench: RunBench;
beforeEach(() => {
  bench = new RunBench();
});
afterEach(() => bench.dispose());

const planner = () => bench.model([{ answer: planning }]);
const analyst = () => bench.model([{ answer: analysis }]);
const reporter = () => bench.model([{ answer: report }]);
const agent = (program = implements_) => bench.agent(program);

/** The words of a run by three models; an agent takes longer. */
function words({ plan = planner(), analyze = analyst(), implement = reporter() } = {}, ...more: string[]) {
  const models = ['--plan-with', plan, '--analyze-with', analyze, '--implement-with', implement];
  return ['orchestrate', 'run', 'Add password reset by mail', ...models, ...more];
}

const start = (line: readonly string[]) => bench.json<RunDocument>(line);
const resume = (...more: string[]) => bench.json<RunDocument>(['orchestrate', 'run', '--resume', ...more]);
const stepsOf = ({ steps }: RunDocument) => steps.map(({ step, status }) => `${step} ${status}`);
const here = (path: string) => join(bench.repository.root, path);
const branch = () => bench.repository.git('branch', '--show-current').trim();

/** Waits until the model of the analysis is asked, which says its first bit at once, and the next one never. */
async function untilAnalysisIsAsked(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { document } = await bench.json<{ executions: { session: { step: string } }[] }>(
        'execution list --status running',
      );
      expect(document.executions.map(({ session }) => session.step)).toEqual(['save-analysis']);
    },
    { timeout: 15_000, interval: 50 },
  );
}

async function messagesOf(execution: string | undefined): Promise<string> {
  if (execution === undefined) throw new Error('there is no execution');
  return (await bench.run(['execution', 'show', execution, '--messages'])).out;
}

describe('a feature by itself', () => {
  it('goes from plan to completed in one command, with evidence and everything on record', async () => {
    const verify = bench.program("console.log('2 passed')");
    const { code, document } = await start(
      words({ implement: agent() }, '--approve', 'none', '--verify', verify),
    );
    expect(code).toBe(0);
    expect(document.run).toMatchObject({ status: 'completed', problem: null });
    expect(stepsOf(document)).toEqual(['process done', 'save-analysis done', 'complete done']);
    expect(document.steps.map(({ verified }) => verified)).toEqual([null, null, true]);
    // What the agent costs it does not tell: unknown, not nothing.
    expect(document.steps.map(({ cost }) => cost)).toEqual([0, 0, null]);
    expect(document.cost).toBeNull();
    expect(branch()).toBe(`prompt-runner/${document.session.id}`);
    expect(readFileSync(here('src/auth/reset-token.ts'), 'utf8')).toContain('token');
    const shown = await bench.json<{ executions: { id: string }[] }>('orchestrate show');
    expect(shown.document.executions.map(({ id }) => id)).toEqual(
      document.steps.flatMap(({ executions }) => executions),
    );
  });

  it('stops where it is told to', async () => {
    const { code, document } = await start(words({}, '--approve', 'none', '--until', 'analysis'));
    expect(code).toBe(0);
    expect(stepsOf(document)).toEqual(['process done', 'save-analysis done']);
    expect(document.session.status).toBe('implementation');
    expect(document.next).toContain('orchestrate implement');
    expect((await resume('--until', 'implementation')).document.run.status).toBe('completed');
  });

  it('goes without an analysis when it is quick, and may become quick later', async () => {
    const { code, document } = await start(words({}, '--approve', 'none', '--quick'));
    expect([code, stepsOf(document)]).toEqual([0, ['process done', 'complete done']]);
    await start(words({}, '--approve', 'none', '--until', 'planning', '--yes'));
    const later = await bench.json<RunDocument>('orchestrate run --quick --until implementation --yes');
    expect(stepsOf(later.document)).toEqual(['process done', 'complete done']);
  });

  it('implements in parts, each with a prompt, a report and an execution of its own', async () => {
    const { code, document } = await start(words({}, '--approve', 'none', '--parts'));
    expect(code).toBe(0);
    const parts = document.steps.filter(({ step }) => step === 'complete');
    expect(parts.map(({ part }) => part)).toEqual([1, 2, 3, 4]);
    const prompts = await Promise.all(parts.map(({ executions }) => messagesOf(executions[0])));
    expect(new Set(prompts).size).toBe(4);
    expect(prompts[1]).toContain('Makes, stores and redeems reset tokens');
    expect(document.session.status).toBe('completed');
  });

  it('works outside of git, too', async () => {
    const { code, document } = await bench.json<RunDocument>(
      words({ implement: agent() }, '--approve', 'none'),
      {
        cwd: bench.bench.work,
      },
    );
    expect([code, document.run.status]).toEqual([0, 'completed']);
    expect(existsSync(join(bench.bench.work, 'src/auth/reset-token.ts'))).toBe(true);
  });

  it('works on a session in a workspace of files, with the database for the record', async () => {
    const line = words({}, '--approve', 'none', '--workspace', here('planning'));
    expect((await bench.run(line)).code).toBe(4);
    expect(existsSync(here('planning/sessions'))).toBe(false);
    const { code, document } = await start([...line, '--use-db', '--yes']);
    expect([code, document.run.status]).toEqual([0, 'completed']);
  });

  it('can be read in 80 columns', async () => {
    const plan = bench.model([
      { fault: 'rate-limited', status: 429, retry_after_ms: 5 },
      { answer: planning },
    ]);
    const { out, err } = await bench.run(words({ plan }, '--approve', 'none'), { terminal: true });
    expect(err).toContain('Planning with fake:');
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(/\(429\)\. It is asked again in \d+ ms \(2 of 4\)\./);
    const [step, last] = [out.split('\n')[0], out.trimEnd().split('\n').at(-1)];
    expect(step).toMatch(/^Step +Try +Took +Cost +When +Remark$/);
    expect(last).toMatch(/^Next: prompt-runner orchestrate show s/);
    for (const line of err.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').split(/[\r\n]/))
      if (!line.startsWith('Warning')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('without a terminal', () => {
  it('it waits for approval after each phase, and goes on when that is given', async () => {
    let { code, document } = await start(words());
    for (const step of ['process', 'save-analysis', 'complete']) {
      expect([code, document.run.status, document.gate?.step]).toEqual([5, 'waiting', step]);
      expect(document.next).toBe(`prompt-runner orchestrate approve ${document.session.id}`);
      expect((await resume()).document.gate?.step).toBe(step);
      const approved = await bench.json<RunDocument>(document.next.split(' ').slice(1));
      expect([approved.code, approved.document.gate]).toEqual([0, null]);
      expect(approved.document.next).toBe(`prompt-runner orchestrate run --resume ${document.session.id}`);
      ({ code, document } = await resume());
    }
    expect([code, document.run.status]).toEqual([0, 'completed']);
    expect((await bench.run('orchestrate approve')).code).toBe(4);
  });

  it('an approval can bring the answer in better words', async () => {
    await start(words());
    writeFileSync(here('better.md'), planning.replace('Medium', 'High'));
    const { document } = await bench.json<RunDocument>(
      `orchestrate approve --file ${here('better.md')} --comment Tighter`,
    );
    expect(document.steps[0]?.gate).toMatchObject({ decision: 'edited', comment: 'Tighter' });
    const shown = await bench.json<{ session: { complexity: string } }>('orchestrate show');
    expect(shown.document.session.complexity).toBe('High');
    expect((await resume('--yes')).document.gate?.step).toBe('save-analysis');
  });

  it('a rejection sends its comment to the model, and makes later results stale', async () => {
    const { document } = await start(words({ analyze: bench.model([{ answer: analysis }]) }));
    await bench.run('orchestrate analyze');
    await bench.run(`orchestrate save-analysis --file ${example('analysis.md')}`);
    const rejected = await bench.json<RunDocument>([
      'orchestrate',
      'reject',
      '--comment',
      'Keep the old route.',
    ]);
    expect(rejected.document.steps[0]?.gate).toMatchObject({ decision: 'rejected' });
    const again = await resume();
    expect(stepsOf(again.document)).toEqual(['process done', 'process done']);
    expect(again.document.session.stale).toContain('save-analysis');
    const asked = await messagesOf(again.document.steps[1]?.executions[0]);
    expect(asked).toContain('Keep the old route.');
    expect(asked).toContain('# Role: engineer who reads before others write');
    expect(await messagesOf(document.steps[0]?.executions[0])).not.toContain('Keep the old route.');
  });
});

describe('by hand in between', () => {
  it('an answer that is replaced closes the gate, and the models go on with it', async () => {
    await start(words());
    writeFileSync(
      here('mine.md'),
      planning.replace('Follow a sign-in from the route', 'Begin in the cellar'),
    );
    await bench.run(`orchestrate process --file ${here('mine.md')}`);
    expect((await bench.run('orchestrate approve')).code).toBe(4);
    const { document } = await resume('--yes');
    expect(stepsOf(document)).toEqual(['process stale', 'save-analysis done']);
    expect(await messagesOf(document.steps[1]?.executions[0])).toContain('Begin in the cellar');
  });

  it('an answer before the one that waits makes that one stale, and it is done again', async () => {
    await start(words({}, '--approve', 'none', '--until', 'planning'));
    expect((await resume('--approve', 'each', '--until', 'analysis')).document.gate?.step).toBe(
      'save-analysis',
    );
    writeFileSync(
      here('mine.md'),
      planning.replace('Follow a sign-in from the route', 'Begin in the cellar'),
    );
    await bench.run(`orchestrate process --file ${here('mine.md')}`);
    const refused = await bench.run('orchestrate approve');
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('does not stand any more')]);
    const { document } = await resume();
    expect(stepsOf(document)).toEqual(['process done', 'save-analysis stale', 'save-analysis done']);
    expect(await messagesOf(document.steps[2]?.executions[0])).toContain('Begin in the cellar');
  });

  it('a step that is done already is not done again', async () => {
    await start(words({}, '--approve', 'none', '--until', 'planning'));
    await bench.run('orchestrate analyze');
    await bench.run(`orchestrate save-analysis --file ${example('analysis.md')}`);
    const { document } = await resume('--until', 'implementation');
    expect(stepsOf(document)).toEqual(['process done', 'complete done']);
  });

  it('a session that was begun by hand goes on by itself', async () => {
    await bench.run(['orchestrate', 'plan', 'Add password reset']);
    await bench.run(`orchestrate process --file ${example('planning-answer.md')}`);
    const models = ['--model', analyst(), '--implement-with', reporter()];
    const { code, document } = await start(['orchestrate', 'run', ...models, '--approve', 'none']);
    expect([code, stepsOf(document)]).toEqual([0, ['save-analysis done', 'complete done']]);
  });

  it('a session that was cancelled does not go on', async () => {
    await start(words());
    await bench.run('orchestrate approve');
    await bench.run('orchestrate cancel');
    const { code, document } = await resume();
    expect([code, document.run.problem?.code]).toEqual([4, 'SESSION_CLOSED']);
  });
});

describe('at a terminal', () => {
  const typing = (...keys: string[]) => ({ terminal: true, keys }) as const;

  it('each gate is asked about, and approving them all completes it', async () => {
    const { code, out, err } = await bench.run(words(), typing('a\r', 'a\r', 'a\r'));
    expect(code).toBe(0);
    expect(out).toContain('completed');
    expect(err.split('approve').length - 1).toBeGreaterThanOrEqual(3);
  });

  it('an answer can be edited, turned down with a comment, or left to wait', async () => {
    const editor = join(bench.bench.folder, 'editor.mjs');
    const change = "fs.readFileSync(file, 'utf8').replace('Medium', 'Low')";
    writeFileSync(
      editor,
      `import fs from 'node:fs'; const file = process.argv[2]; fs.writeFileSync(file, ${change});`,
    );
    const env = { EDITOR: `"${process.execPath}" "${editor}"` };
    const { code } = await bench.run(words(), { ...typing('e\r', 'r\r', 'Name the tests.\r', 's\r'), env });
    expect(code).toBe(5);
    const { document } = await resume();
    expect(document.steps.map(({ step, gate }) => [step, gate?.decision, gate?.comment])).toEqual([
      ['process', 'edited', null],
      ['save-analysis', 'rejected', 'Name the tests.'],
      ['save-analysis', 'pending', null],
    ]);
    expect(await messagesOf(document.steps[2]?.executions[0])).toContain('Name the tests.');
    const shown = await bench.json<{ session: { complexity: string } }>('orchestrate show');
    expect(shown.document.session.complexity).toBe('Low');
  });

  it('Ctrl-C at a question leaves the gate open', async () => {
    expect((await bench.run(words(), typing('\u0003'))).code).toBe(130);
    expect((await resume()).document.gate?.step).toBe('process');
  });
});

describe('a plan that lacks a section', () => {
  it('is completed by asking for that section only', async () => {
    const missing = planning.slice(planning.indexOf('### 2.'), planning.indexOf('### 3.'));
    const plan = bench.model([{ answer: withoutImplementation }, { answer: missing }]);
    const { code, document } = await start(words({ plan }, '--approve', 'none', '--until', 'planning'));
    expect([code, stepsOf(document)]).toEqual([0, ['process done']]);
    const [first, second] = document.steps[0]?.executions ?? [];
    expect(await messagesOf(first)).not.toContain('engineer who reads before others write');
    expect(await messagesOf(second)).toContain('engineer who reads before others write');
  });

  it('is asked for it at most twice, and everything is kept', async () => {
    const plan = bench.model([{ answer: withoutImplementation }]);
    const { code, document } = await start(words({ plan }, '--approve', 'none'));
    expect([code, document.run.status, document.run.problem?.code]).toEqual([5, 'failed', 'PLAN_INCOMPLETE']);
    expect(document.run.problem?.message).toContain('IMPLEMENTATION_TEMPLATE');
    expect(document.steps[0]?.executions).toHaveLength(3);
    expect(document.cost).toBe(0);
    const shown = await bench.json<{ attempts: { step: string; outcome: string }[] }>('orchestrate show');
    const answers = shown.document.attempts.filter(({ step }) => step === 'process');
    expect(answers.map(({ outcome }) => outcome)).toEqual(['incomplete', 'rejected', 'rejected']);
    writeFileSync(here('rest.md'), planning.slice(planning.indexOf('### 2.'), planning.indexOf('### 3.')));
    await bench.run(`orchestrate process --append --file ${here('rest.md')}`);
    expect((await resume('--until', 'analysis')).document.session.status).toBe('implementation');
  });
});

describe('the place of the implementation', () => {
  it('is a folder of its own with --worktree, and the codebase stays as it was', async () => {
    bench.repository.write({ 'draft.txt': 'not committed\n' });
    const { code, document } = await start(words({ implement: agent() }, '--approve', 'none', '--worktree'));
    expect(code).toBe(0);
    const folder = `${bench.repository.root}-${document.session.id}`;
    expect(readFileSync(join(folder, 'src/auth/reset-token.ts'), 'utf8')).toContain('token');
    expect(existsSync(here('src/auth/reset-token.ts'))).toBe(false);
    expect(bench.repository.git('status', '--short')).toBe('?? draft.txt\n');
    expect(branch()).toBe('main');
    expect(basename(folder)).toContain(document.session.id);
  });

  it('is the root folder that the prompt names', async () => {
    await bench.run(['project', 'create', 'shop', '--root', bench.repository.root]);
    const { document } = await start(words({ implement: agent() }, '--approve', 'none', '--worktree'));
    const execution = document.steps.at(-1)?.executions[0] ?? '';
    const { out } = await bench.run(['execution', 'show', execution, '--messages']);
    expect(out).toContain(`(root folder: ${bench.repository.root}-${document.session.id})`);
    expect(out).not.toContain(`(root folder: ${bench.repository.root})`);
  });

  it('is no dirty tree unless that is agreed to, which shows before anything is asked', async () => {
    bench.repository.write({ 'src/auth/sign-in.ts': 'changed\n' });
    const refused = await bench.run([...words({ implement: agent() }, '--approve', 'none'), '--json']);
    expect([refused.code, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      4,
      'WORKTREE_DIRTY',
    ]);
    expect((await bench.json<{ total: number }>('execution list')).document.total).toBe(0);
    expect(
      (await bench.json<{ sessions: unknown[] }>('orchestrate list-sessions')).document.sessions,
    ).toEqual([]);
    expect(
      (await start(words({ implement: agent() }, '--approve', 'none', '--yes'))).document.run.status,
    ).toBe('completed');
  });
});

describe('--yes', () => {
  it('agrees to a dirty tree for one command, not for those that go on later', async () => {
    bench.repository.write({ 'src/auth/sign-in.ts': 'changed\n' });
    await start(words({ implement: agent() }, '--until', 'analysis', '--approve', 'none', '--yes'));
    const refused = await bench.run('orchestrate run --resume --until implementation --json');
    expect([refused.code, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      4,
      'WORKTREE_DIRTY',
    ]);
    expect((await resume('--until', 'implementation', '--yes')).document.run.status).toBe('completed');
  });
});

describe('a test command that fails', () => {
  it('is told of in the report that is approved with changes, too', async () => {
    const verify = bench.program("console.log('1 failed: reset twice'); process.exit(1)");
    await start(words({ implement: agent() }, '--approve', 'none', '--verify', verify));
    writeFileSync(here('better.md'), report.replace('reset', 'RESET'));
    await bench.run(`orchestrate approve --file ${here('better.md')}`);
    const { document } = await bench.json('orchestrate show');
    expect(JSON.stringify(document)).toContain('1 failed: reset twice');
    expect(JSON.stringify(document)).toContain('src/auth/reset-token.ts');
  });

  it('opens a gate although nobody is to be asked, with what it printed', async () => {
    const verify = bench.program("console.log('1 failed: reset twice'); process.exit(1)");
    const line = words({ implement: agent() }, '--approve', 'none', '--verify', verify);
    const { code, document } = await start(line);
    expect([code, document.run.status, document.gate?.step]).toEqual([5, 'waiting', 'complete']);
    expect(document.steps.at(-1)?.verified).toBe(false);
    const { out } = await bench.run('orchestrate run --resume');
    expect(out).toContain('Tests fail');
    expect(out).toContain('1 failed: reset twice');
    expect(out).toContain('src/auth/reset-token.ts');
    await bench.run(['orchestrate', 'reject', '--comment', 'The tests fail.']);
    expect((await resume()).document.run.status).toBe('waiting');
    expect(readFileSync(here('prompts.log'), 'utf8')).toContain('The tests fail.');
  });
});

describe('what goes wrong', () => {
  it('in an agent that ends with an error leaves the run where it can go on', async () => {
    const once = `if (!fs.existsSync('tried')) { fs.writeFileSync('tried', ''); console.error('out of memory'); process.exit(1); }`;
    const { code, document } = await start(
      words({ implement: agent(`${once}\n${implements_}`) }, '--approve', 'none'),
    );
    expect([code, document.run.status, document.run.problem?.code]).toEqual([
      1,
      'failed',
      'EXECUTION_FAILED',
    ]);
    expect(document.run.problem?.message).toContain('out of memory');
    expect(document.next).toBe(`prompt-runner orchestrate run --resume ${document.session.id}`);
    expect(document.steps.at(-1)?.executions).toHaveLength(1);
    expect(document.cost).toBeNull();
    expect((await resume()).document.run.status).toBe('completed');
  });

  it('by Ctrl-C keeps how far the answer had come', async () => {
    const slow = bench.model([{ answer: analysis, pause_ms: 60_000 }, { answer: analysis }]);
    const interrupt = new AbortController();
    // A plan that takes its time is drawn, too.
    let isPlanned = false;
    const { code, out } = await bench.run(words({ analyze: slow }, '--approve', 'none'), {
      interrupt: interrupt.signal,
      terminal: ['stderr'],
      onError: (shown) => {
        isPlanned ||= shown.includes('✓');
        if (isPlanned && /\d characters/.test(shown)) interrupt.abort();
      },
    });
    expect([code, out]).toEqual([130, expect.stringContaining('--resume')]);
    const { document } = await bench.json<{ executions: { id: string; status: string }[] }>('execution list');
    const [last] = document.executions;
    expect(last?.status).toBe('aborted');
    const kept = await bench.run(['execution', 'show', last?.id ?? '', '--raw']);
    expect(kept.out.length).toBeGreaterThan(0);
    expect(analysis.startsWith(kept.out.trimEnd())).toBe(true);
    const other = await resume('--analyze-with', analyst());
    expect(other.document.run.status).toBe('completed');
  });

  it('by Ctrl-C ends an agent that hangs, and keeps what it had said', async () => {
    const hanging = agent(
      "process.stdout.write('Half of it', () => fs.writeFileSync('begun', '')); setTimeout(() => {}, 60_000);",
    );
    const interrupt = new AbortController();
    const line = [...words({ implement: hanging }, '--approve', 'none'), '--json'];
    const running = bench.run(line, { interrupt: interrupt.signal });
    const begun = vi.waitFor(() => expect(existsSync(here('begun'))).toBe(true), {
      timeout: 15_000,
      interval: 20,
    });
    await begun.finally(() => interrupt.abort());
    const result = await running;
    const document = result.json<RunDocument>();
    expect([result.code, document.run.problem?.code]).toEqual([130, 'INTERRUPTED']);
    const kept = await bench.run(['execution', 'show', document.steps[2]?.executions[0] ?? '', '--raw']);
    expect(kept.out.trim()).toBe('Half of it');
    expect((await resume('--implement-with', agent())).document.run.status).toBe('completed');
  });

  it('by a death in the middle of a step is told, and the step is done again', async () => {
    const slow = bench.model([{ answer: analysis, pause_ms: 60_000 }]);
    const killed = bench.spawn(words({ analyze: slow }, '--approve', 'none'));
    await untilAnalysisIsAsked().finally(() => killed.kill('SIGKILL'));
    await once(killed, 'close');
    const { code, err } = await bench.run(['orchestrate', 'run', '--resume', '--analyze-with', analyst()]);
    expect(code).toBe(0);
    expect(err).toContain('ended while it was at "save-analysis"');
    const { document } = await resume();
    expect(stepsOf(document)).toEqual([
      'process done',
      'save-analysis failed',
      'save-analysis done',
      'complete done',
    ]);
    expect(document.steps[1]).toMatchObject({ problem: { code: 'INTERRUPTED' }, cost: null });
    expect(document.steps[1]?.executions).toHaveLength(1);
  });

  it('before anything is begun leaves nothing: a missing key', async () => {
    const { code, err } = await bench.run(words({ implement: 'openai:gpt-5' }, '--approve', 'none'));
    expect(code).toBe(1);
    expect(err).toContain('OPENAI_API_KEY');
    expect(
      (await bench.json<{ sessions: unknown[] }>('orchestrate list-sessions')).document.sessions,
    ).toEqual([]);
  });

  it('when a request comes with a session that is another', async () => {
    expect((await bench.run(words({}, '--session', 's123'))).code).toBe(2);
    expect((await bench.run('orchestrate run --resume')).code).toBe(3);
    await bench.run(['orchestrate', 'plan', 'Add password reset']);
    for (const line of ['run --resume', 'approve', 'reject'])
      expect((await bench.run(`orchestrate ${line}`)).code, line).toBe(3);
  });
});

describe('a ceiling', () => {
  it('on the cost of the session ends it before it is broken, and it goes on with a higher one', async () => {
    const usage = { input: 1000, output: 9000 };
    const plan = bench.model([{ answer: planning, usage }]);
    const analyze = bench.model([{ answer: analysis, usage }]);
    bench.prices({ [plan]: { input: 100, output: 100 }, [analyze]: { input: 100, output: 100 } });
    const line = words({ plan, analyze }, '--approve', 'none', '--until', 'analysis');
    const { code, document } = await start([...line, '--max-cost', '1.05']);
    expect([code, document.run.status, document.run.problem?.code]).toEqual([4, 'stopped', 'COST_CEILING']);
    expect(stepsOf(document)).toEqual(['process done', 'save-analysis failed']);
    expect(document.cost).toBeCloseTo(1);
    const more = await resume('--max-cost', '5');
    expect([more.code, more.document.cost]).toEqual([0, 2]);
  });

  it('cannot be kept by an agent that has none of its own, which shows before anything is begun', async () => {
    const refused = await bench.run([
      ...words({ implement: agent() }, '--approve', 'none', '--max-cost', '5'),
      '--json',
    ]);
    expect([refused.code, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      4,
      'PRICE_UNKNOWN',
    ]);
    expect((await bench.json<{ total: number }>('execution list')).document.total).toBe(0);
  });
});

describe('what a model knows of the repository', () => {
  const secret = 'orchid-in-the-cellar';

  it('it finds out with tools that only look, and each use is on record', async () => {
    const tool_calls = [
      { name: 'read_file', input: { path: 'src/auth/sign-in.ts' } },
      { name: 'read_file', input: { path: '.env' } },
      { name: 'read_file', input: { path: '../../etc/passwd' } },
    ];
    const analyze = bench.model([{ tool_calls }, { answer: analysis }]);
    const { document } = await start(words({ analyze }, '--approve', 'none', '--until', 'analysis'));
    const execution = document.steps[1]?.executions[0] ?? '';
    const { document: shown } = await bench.json<{ execution: { tools: string[]; tool_uses: ToolUse[] } }>([
      'execution',
      'show',
      execution,
    ]);
    type ToolUse = { name: string; failed: boolean; text: string };
    expect(JSON.stringify(shown)).toContain('canonicalAddress');
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(JSON.stringify(shown)).not.toContain('root:');
    expect(await messagesOf(execution)).not.toContain('canonicalAddress');
  });

  it('it is told when it has no tools', async () => {
    const analyze = bench.model([{ answer: analysis }], { tools: false });
    const { document } = await start(words({ analyze }, '--approve', 'none', '--until', 'analysis'));
    const asked = await messagesOf(document.steps[1]?.executions[0]);
    expect(asked).toContain('canonicalAddress');
    expect(asked).toContain('Write in British English.');
    expect(asked).not.toContain(secret);
  });
});
