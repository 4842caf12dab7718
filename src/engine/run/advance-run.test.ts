import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { someRun } from '../../../test/fixtures/runs.js';
import { minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import { type ErrorKind, PromptRunnerError } from '../../base/errors.js';
import type { Store } from '../../store/store.js';
import { advanceRun, type RunPorts } from './advance-run.js';
import type { Run, RunOwner, RunStep } from './run.js';
import type { NextTask, RunProgram, RunTask, TaskTurn } from './run-program.js';

class StepFailedError extends PromptRunnerError {
  readonly code = 'STEP_FAILED';
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind) {
    super('The step failed.');
    this.kind = kind;
  }
}

/** Steps that bring forth a text each, which somebody may replace by hand. */
class Essay implements RunProgram {
  readonly texts = new Map<string, string>();
  readonly turns: (TaskTurn & { readonly key: string })[] = [];
  readonly #keys: readonly string[];
  readonly #gated: readonly string[];
  /** Fails the next try with this. */
  failure: Error | null = null;
  /** Is looked at in the middle of a try. */
  during: () => Promise<void> = async () => {};

  constructor(keys: readonly string[], gated: readonly string[] = []) {
    this.#keys = keys;
    this.#gated = gated;
  }

  async next(rejected: RunStep | null): Promise<NextTask> {
    const key = rejected?.key ?? this.#keys.find((candidate) => !this.texts.has(candidate));
    if (key === undefined) return { is: 'end', status: 'completed', problem: null };
    return { is: 'task', task: this.#task(key) };
  }

  async contentOf({ key }: RunStep): Promise<string | null> {
    return this.texts.get(key) ?? null;
  }

  #task(key: string): RunTask {
    const perform = async (turn: TaskTurn) => {
      this.turns.push({ ...turn, key });
      await this.during();
      const { failure } = this;
      this.failure = null;
      if (failure !== null) throw failure;
      const text = `${key} ${this.turns.length}`;
      this.texts.set(key, text);
      return { output: { text }, approval: this.#gated.includes(key) ? { checksum: text } : null };
    };
    return { key, title: key, perform };
  }
}

const me: RunOwner = { host: 'here', pid: 1, started: 'monday' };
const other: RunOwner = { ...me, pid: 2 };

let store: Store;
let run: Run;
/** Owners whose process is gone. */
let gone: RunOwner[];
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  gone = [];
  run = someRun();
  await store.runs.create(run);
});
afterEach(() => store.close());

function ports(owner: RunOwner = me): RunPorts {
  const isGone = (holder: RunOwner) => gone.some(({ pid }) => pid === holder.pid);
  return { journal: store.runs, clock: { now: () => someTime }, owner, isGone };
}

const patient = () => ({ signal: new AbortController().signal });
const advance = (program: RunProgram, owner?: RunOwner) => advanceRun(ports(owner), run, program, patient());
const standing = () => store.runs.run(run.id);
const tries = async () =>
  (await store.runs.steps(run.id)).map(({ key, attempt, status }) => [key, attempt, status]);

async function decide(is: 'approved' | 'rejected', comment: string | null = null, checksum?: string) {
  const gate = (await store.runs.steps(run.id)).findLast((step) => step.gate !== null);
  if (!gate?.gate) throw new Error('there is no gate');
  const decision = { is, comment, actor: 'ada', at: someTime };
  await store.runs.decide(run.id, gate.position, checksum ?? gate.gate.checksum, decision);
}

describe('a run', () => {
  it('goes through its steps, each on record before its work begins', async () => {
    const program = new Essay(['plan', 'write']);
    const seen: unknown[] = [];
    program.during = async () => {
      seen.push(await tries(), (await standing())?.status);
    };
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(seen).toEqual([
      [['plan', 1, 'started']],
      'running',
      [
        ['plan', 1, 'done'],
        ['write', 1, 'started'],
      ],
      'running',
    ]);
    expect(await standing()).toMatchObject({ status: 'completed', owner: null, problem: null });
    expect(await store.runs.steps(run.id)).toMatchObject([{ output: { text: 'plan 1' } }, { gate: null }]);
  });

  it('is left where it can go on when a step fails', async () => {
    const program = new Essay(['plan', 'write']);
    program.failure = new StepFailedError('failed');
    await expect(advance(program)).rejects.toThrow('The step failed.');
    const problem = { code: 'STEP_FAILED', message: 'The step failed.' };
    expect(await standing()).toMatchObject({ status: 'failed', owner: null, problem });
    expect(await store.runs.steps(run.id)).toMatchObject([{ status: 'failed', problem, gate: null }]);
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(await tries()).toEqual([
      ['plan', 1, 'failed'],
      ['plan', 2, 'done'],
      ['write', 1, 'done'],
    ]);
    expect(await standing()).toMatchObject({ status: 'completed', problem: null });
  });

  it.each([
    ['interrupted', 'stopped', 'INTERRUPTED'],
    ['not-allowed', 'stopped', 'STEP_FAILED'],
    ['failed', 'failed', 'STEP_FAILED'],
  ] as const)('that is %s is on record as %s', async (kind, status, code) => {
    const program = new Essay(['plan']);
    program.failure = new StepFailedError(kind);
    await expect(advance(program)).rejects.toThrow();
    expect(await standing()).toMatchObject({ status, problem: { code }, owner: null });
  });

  it('is given up by a program that is at fault, too', async () => {
    const program = new Essay(['plan']);
    program.failure = new TypeError('x is not a function');
    await expect(advance(program)).rejects.toThrow(TypeError);
    expect(await standing()).toMatchObject({ status: 'failed', owner: null, problem: { code: 'FAULT' } });
  });
});

describe('two processes', () => {
  it('are never at one run: the second is refused as long as the first lives', async () => {
    await store.runs.take(run.id, other, null, someTime);
    const program = new Essay(['plan']);
    await expect(advance(program)).rejects.toMatchObject({
      code: 'RUN_BUSY',
      kind: 'not-allowed',
      message: 'The session s1 is being run by process 2 on here.',
    });
    expect(program.turns).toEqual([]);
    expect(await standing()).toMatchObject({ owner: other, status: 'running' });
  });

  it('do not change how it goes as long as the other is at it', async () => {
    await store.runs.take(run.id, other, null, someTime);
    const changed = { ...run, settings: { until: 'plan' } };
    await expect(advanceRun(ports(), changed, new Essay(['plan']), patient())).rejects.toThrow();
    expect(await standing()).toMatchObject({ settings: {}, updatedAt: someTime });
    gone = [other];
    await advanceRun(ports(), changed, new Essay(['plan']), patient());
    expect(await standing()).toMatchObject({ settings: { until: 'plan' } });
  });

  it('are refused to the one that comes while the other works', async () => {
    const program = new Essay(['plan']);
    let refusal: unknown;
    program.during = async () => {
      refusal = await advance(new Essay(['plan']), other).catch((error) => error.code);
    };
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(refusal).toBe('RUN_BUSY');
  });

  it('that was taken for gone notices that the run is not its own any more, and writes nothing', async () => {
    const program = new Essay(['plan', 'write']);
    program.during = async () => {
      await store.runs.take(run.id, other, me, someTime);
    };
    await expect(advance(program)).rejects.toMatchObject({
      code: 'RUN_BUSY',
      message: 'The session s1 is being run by process 2 on here.',
    });
    expect(await standing()).toMatchObject({ owner: other, status: 'running' });
    expect(await tries()).toEqual([['plan', 1, 'started']]);
  });

  it('take over from each other when one is gone, and its try is told and made again', async () => {
    await store.runs.take(run.id, other, null, someTime);
    await store.runs.begin(run.id, other, 'plan', someTime);
    gone = [other];
    const program = new Essay(['plan']);
    const ambiguous: RunStep[] = [];
    const watch = { ...patient(), onAmbiguous: (step: RunStep) => ambiguous.push(step) };
    expect(await advanceRun(ports(), run, program, watch)).toEqual({ is: 'completed' });
    expect(ambiguous).toMatchObject([{ key: 'plan', attempt: 1, position: 1 }]);
    expect(await store.runs.steps(run.id)).toMatchObject([
      { status: 'failed', problem: { code: 'INTERRUPTED' } },
      { status: 'done', attempt: 2 },
    ]);
  });
});

describe('a gate', () => {
  it('is not passed without a decision', async () => {
    const program = new Essay(['plan', 'write'], ['plan']);
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await advance(program)).toMatchObject({ is: 'waiting', gate: { key: 'plan' } });
      expect(await standing()).toMatchObject({ status: 'waiting', owner: null });
    }
    expect(program.turns).toHaveLength(1);
    await decide('approved');
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(program.turns.map(({ key }) => key)).toEqual(['plan', 'write']);
  });

  it('is approved for exactly what was shown, and once', async () => {
    await advance(new Essay(['plan'], ['plan']));
    await expect(decide('approved', null, 'another')).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    await decide('approved');
    await expect(decide('rejected')).rejects.toMatchObject({ code: 'GATE_CLOSED' });
  });

  it('is closed by who replaces by hand what it is about', async () => {
    const program = new Essay(['plan', 'write'], ['plan']);
    await advance(program);
    program.texts.set('plan', 'by hand');
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(await tries()).toEqual([
      ['plan', 1, 'stale'],
      ['write', 1, 'done'],
    ]);
    await expect(decide('approved')).rejects.toMatchObject({ code: 'GATE_CLOSED' });
  });

  it('that is not passed sends the comment into the next try, also after one that fails', async () => {
    const program = new Essay(['plan', 'write'], ['plan']);
    await advance(program);
    await decide('rejected', 'Keep the old route.');
    program.failure = new StepFailedError('failed');
    await expect(advance(program)).rejects.toThrow();
    expect(await advance(program)).toMatchObject({ is: 'waiting', gate: { attempt: 3 } });
    expect(program.turns.map(({ comment }) => comment)).toEqual([
      null,
      'Keep the old route.',
      'Keep the old route.',
    ]);
    await decide('approved');
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(program.turns.at(-1)).toMatchObject({ key: 'write', comment: null });
  });

  it('that is not passed is moot once somebody did the step by hand', async () => {
    const program = new Essay(['plan', 'write'], ['plan']);
    await advance(program);
    await decide('rejected', 'No.');
    program.texts.set('plan', 'by hand');
    expect(await advance(program)).toEqual({ is: 'completed' });
    expect(program.turns.map(({ key, comment }) => [key, comment])).toEqual([
      ['plan', null],
      ['write', null],
    ]);
  });

  it('stands when time has gone by', async () => {
    const program = new Essay(['plan'], ['plan']);
    await advance(program);
    const later = { ...ports(), clock: { now: () => minutesLater(60 * 24) } };
    expect(await advanceRun(later, run, program, patient())).toMatchObject({ is: 'waiting' });
  });
});
