import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isProcessAlive } from '../../src/base/process/is-process-alive.js';
import { RunBench } from '../fixtures/run-bench.js';
import { exampleText } from './harness.js';

/** What `orchestrate run --json` prints, as far as the tests look at it. */
interface RunDocument {
  readonly session: { readonly id: string };
  readonly run: { readonly status: string; readonly problem: { readonly code: string } | null };
  readonly steps: {
    readonly step: string;
    readonly status: string;
    readonly executions: string[];
    readonly verified: boolean | null;
  }[];
  readonly next: string;
}

const planning = exampleText('planning-answer.md');
const missing = planning.slice(planning.indexOf('### 2.'), planning.indexOf('### 3.'));

let bench: RunBench;
beforeEach(() => {
  bench = new RunBench();
});
afterEach(() => bench.dispose());

const here = (path: string) => join(bench.repository.root, path);
const resume = (...more: string[]) => bench.json<RunDocument>(['orchestrate', 'run', '--resume', ...more]);
const stepsOf = ({ steps }: RunDocument) => steps.map(({ step, status }) => `${step} ${status}`);
const attemptsAt = async (step: string) => {
  const { document } = await bench.json<{ attempts: { step: string; outcome: string }[] }>(
    'orchestrate show',
  );
  return document.attempts.filter((attempt) => attempt.step === step).map(({ outcome }) => outcome);
};

/** A line of its own for each time that the agent was run. */
const agentRuns = () => readFileSync(here('runs.log'), 'utf8').trim().split('\n').length;

/** A run up to the end; its test command is not done until the file `go` is there. */
function line(): string[] {
  const agent = bench.agent(
    `fs.appendFileSync('runs.log', 'run\\n'); process.stdout.write(${JSON.stringify(exampleText('report.md'))});`,
  );
  const verify = bench.program(`import fs from 'node:fs';
    fs.writeFileSync('verifying', '');
    setInterval(() => { if (fs.existsSync('go')) process.exit(0); }, 10);`);
  const models = [
    ['--plan-with', bench.model([{ answer: planning }])],
    ['--analyze-with', bench.model([{ answer: exampleText('analysis.md') }])],
    ['--implement-with', agent],
  ].flat();
  const more = ['--approve', 'none', '--verify', verify];
  return ['orchestrate', 'run', 'Add password reset by mail', ...models, ...more];
}

const untilVerifying = () =>
  vi.waitFor(() => expect(existsSync(here('verifying'))).toBe(true), { timeout: 20_000, interval: 20 });

describe('an implementation whose tests were on their way', () => {
  it('is not done again after a death: its answer is taken, and the tests are run anew', async () => {
    const killed = bench.spawn(line());
    await untilVerifying().finally(() => killed.kill('SIGKILL'));
    await once(killed, 'close');
    writeFileSync(here('go'), '');
    const { code, document } = await resume();
    expect([code, document.run.status]).toEqual([0, 'completed']);
    expect(stepsOf(document).slice(2)).toEqual(['complete failed', 'complete done']);
    expect(document.steps.at(-1)).toMatchObject({
      verified: true,
      executions: document.steps[2]?.executions,
    });
    expect(agentRuns()).toBe(1);
    expect(await attemptsAt('complete')).toEqual(['accepted']);
  });

  it('was interrupted by Ctrl-C, not failed: what is left are the tests', async () => {
    const interrupt = new AbortController();
    const running = bench.json<RunDocument>(line(), { interrupt: interrupt.signal });
    await untilVerifying().finally(() => interrupt.abort());
    const { code, document } = await running;
    expect([code, document.run.status, document.run.problem?.code]).toEqual([130, 'stopped', 'INTERRUPTED']);
    expect(document.steps.at(-1)?.verified).toBeNull();
    expect(await attemptsAt('complete')).toEqual(['received']);
    writeFileSync(here('go'), '');
    expect((await resume()).document.run.status).toBe('completed');
    expect(agentRuns()).toBe(1);
    expect(await attemptsAt('complete')).toEqual(['accepted']);
  });

  it('is done again by another agent when that is asked for', async () => {
    const interrupt = new AbortController();
    const running = bench.json<RunDocument>(line(), { interrupt: interrupt.signal });
    await untilVerifying().finally(() => interrupt.abort());
    await running;
    writeFileSync(here('go'), '');
    const other = bench.model([{ answer: exampleText('report.md') }]);
    const { document } = await resume('--implement-with', other);
    expect(document.steps.at(-1)?.executions).not.toEqual(document.steps[2]?.executions);
    expect(await attemptsAt('complete')).toEqual(['received', 'accepted']);
  });
});

describe('a terminal that is closed', () => {
  it('ends the agent with the program, and the run is on record as interrupted', async () => {
    const hanging = bench.agent(
      "fs.writeFileSync('agent.pid', String(process.pid)); setTimeout(() => {}, 60_000);",
    );
    const program = bench.spawn([...line(), '--implement-with', hanging]);
    const begun = () =>
      expect(existsSync(here('agent.pid')) && readFileSync(here('agent.pid'), 'utf8')).toMatch(/./);
    await vi.waitFor(begun, { timeout: 20_000, interval: 20 }).finally(() => program.kill('SIGHUP'));
    const [code] = await once(program, 'close');
    expect(code).toBe(129);
    expect(isProcessAlive(Number(readFileSync(here('agent.pid'), 'utf8')))).toBe(false);
    const { document } = await bench.json<{ executions: { status: string }[] }>('execution list');
    expect(document.executions[0]?.status).toBe('aborted');
    const shown = await bench.json<{ run: { status: string } }>('orchestrate status');
    expect(shown.document.run.status).toBe('stopped');
  });
});

describe('a plan that lacks a section after all', () => {
  const begin = () => {
    const model = bench.model([{ answer: planning.replace(missing, '') }]);
    const words = ['orchestrate', 'run', 'Add password reset', '--model', model, '--until', 'planning'];
    return bench.json<RunDocument>([...words, '--approve', 'none']);
  };

  it('is not asked for as a whole again: the run goes on with the follow-up', async () => {
    const begun = await begin();
    expect([begun.code, begun.document.run.problem?.code]).toEqual([5, 'PLAN_INCOMPLETE']);
    const { code, document } = await resume('--plan-with', bench.model([{ answer: missing }]));
    expect([code, stepsOf(document)]).toEqual([0, ['process failed', 'process done']]);
    const { executions } = document.steps[1] ?? { executions: [] };
    expect(executions).toHaveLength(1);
    const { out } = await bench.run(['execution', 'show', executions[0] ?? '', '--messages']);
    expect(out).toContain('Follow a sign-in from the route');
    expect(await attemptsAt('process')).toEqual(['incomplete', 'rejected', 'rejected', 'accepted']);
  });

  it('is asked for what is missing at most twice in each try', async () => {
    await begin();
    const { code, document } = await resume();
    expect([code, document.steps.map(({ executions }) => executions.length)]).toEqual([5, [3, 2]]);
  });

  it('goes on with what the hint says', async () => {
    const { document } = await begin();
    const { id } = document.session;
    expect(document.next).toBe(`prompt-runner orchestrate process --session ${id} --append --edit`);
    writeFileSync(here('rest.md'), missing);
    await bench.run(`orchestrate process --append --file ${here('rest.md')}`);
    const shown = await bench.json<{ next: string }>('orchestrate show');
    expect(shown.document.next).not.toContain('--append');
  });
});
