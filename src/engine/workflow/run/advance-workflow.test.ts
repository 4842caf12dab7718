import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore, isServer } from '../../../../test/fixtures/empty-store.js';
import { someTime } from '../../../../test/fixtures/sessions.js';
import { killedAt, WorkflowTrial } from '../../../../test/fixtures/workflow-run.js';
import { PromptRunnerError } from '../../../base/errors.js';
import type { Store } from '../../../store/store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const trial = (text: string, others: Record<string, string> = {}) =>
  WorkflowTrial.of(store.runs, text, others);

class Broken extends PromptRunnerError {
  readonly code = 'BROKEN';
  readonly kind = 'failed';
}

/** A promise, and what fulfils it. */
function signalled(): [Promise<void>, () => void] {
  let fulfil = () => {};
  const promise = new Promise<void>((done) => {
    fulfil = done;
  });
  return [promise, fulfil];
}

const EVERYTHING = `
name: everything
inputs:
  topics: {type: array}
steps:
  - name: draft
    ask: Write about {{ inputs.topics | join(" and ") }}
  - name: file
    write: out/draft.md
    text: "{{ steps.draft.output }}"
  - name: check
    run: [wc, -c, out/draft.md]
    retries: 1
  - name: each
    for_each: "{{ inputs.topics }}"
    as: topic
    concurrency: 2
    steps:
      - name: ask
        ask: "{{ loop.index }}. {{ topic }}"
      - name: note
        template: "{{ steps.ask.output }}!"
  - name: choice
    if: "{{ steps.each.output | length > 1 }}"
    then:
      - name: many
        template: There are many.
    else:
      - name: few
        template: There are few.
  - name: sub
    workflow: other
    with: {word: "{{ steps.choice.output }}"}
outputs:
  all: "{{ steps.each.output }}"
  last: "{{ steps.sub.output.said }}"
`;
const OTHER = `
name: other
inputs: {word: {type: string}}
steps:
  - name: say
    ask: "Say {{ inputs.word }}"
outputs: {said: "{{ steps.say.output }}"}
`;
const inputs = { topics: ['cats', 'dogs', 'owls'] };
const OUTPUTS = { all: ['1. CATS!', '2. DOGS!', '3. OWLS!'], last: 'SAY THERE ARE MANY.' };

describe('the run of a workflow', () => {
  it('does its steps in order, each with what those before it brought forth', async () => {
    const run = await trial(EVERYTHING, { other: OTHER });
    expect(await run.advance({ inputs })).toBe('done');
    expect(await run.standing()).toMatchObject({ status: 'completed', owner: null, outputs: OUTPUTS });
    expect(run.work.done.filter((line) => !/^ask: \d/.test(line))).toEqual([
      'ask: Write about cats and dogs and owls',
      'write: out/draft.md',
      'run: wc -c out/draft.md',
      'ask: Say There are many.',
    ]);
    expect(run.work.files.get('out/draft.md')).toBe('WRITE ABOUT CATS AND DOGS AND OWLS');
    expect(Object.keys(await run.results())).toEqual(
      expect.arrayContaining([
        'draft',
        'file',
        'check',
        'each[1].ask',
        'each[3].note',
        'choice.then.many',
        'sub.say',
      ]),
    );
  });

  it('killed at any write goes on where it was: each result is recorded once, and none is lost', async () => {
    const undisturbed = await trial(EVERYTHING, { other: OTHER });
    await undisturbed.advance({ inputs });
    const expected = await undisturbed.results();
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; ; write += isServer() ? 4 : 1) {
        const run = await trial(EVERYTHING, { other: OTHER });
        const killed = await run.advance({ inputs }, { journal: killedAt(store.runs, write, when) }).then(
          () => false,
          () => true,
        );
        if (!killed) break;
        const before = await run.results();
        const doneBefore = run.work.done.length;
        await run.advance({ inputs, again: ['file'] });
        expect(await run.results(), `${when} write ${write}`).toEqual(expected);
        expect((await run.standing()).outputs).toEqual(OUTPUTS);
        const steps = await run.steps();
        const done = steps.filter(({ status }) => status === 'done').map(({ key }) => key);
        expect(done).toHaveLength(new Set(done).size);
        // What was recorded was not done again; the write was agreed to.
        const again = new Set(run.work.done.slice(doneBefore));
        const kept = Object.keys(before).filter((key) => key !== 'file');
        expect(
          kept.filter(
            (key) => steps.filter((step) => step.key === key && step.status !== 'failed').length > 1,
          ),
        ).toEqual([]);
        if ('draft' in before) expect(again).not.toContain('ask: Write about cats and dogs and owls');
      }
    }
  });

  it('says which step failed and why, and goes on there', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one}, {name: b, ask: two, retries: 0}]');
    run.work.answer = (said) => (said === 'two' ? new Broken('It is broken.') : said);
    await expect(run.advance()).rejects.toThrow('It is broken.');
    expect(await run.standing()).toMatchObject({
      status: 'failed',
      problem: { code: 'BROKEN', message: 'Step "b": It is broken.' },
    });
    run.work.answer = (said) => said;
    expect(await run.advance()).toBe('done');
    expect(run.work.done).toEqual(['ask: one', 'ask: two', 'ask: two']);
    expect(await run.standing()).toMatchObject({ status: 'completed', problem: null });
  });

  it('leaves out what its condition is not true for; later steps see nothing of it', async () => {
    const run = await trial(`
name: w
inputs: {deep: {type: boolean}}
steps:
  - {name: a, ask: one, when: "{{ inputs.deep }}"}
  - {name: b, template: "{{ steps.a.output is none }}"}
outputs: {b: "{{ steps.b.output }}"}
`);
    const skipped: string[] = [];
    await run.advance({ inputs: { deep: false } }, { onSkipped: (path) => skipped.push(path) });
    expect([run.work.done, skipped]).toEqual([[], ['a']]);
    expect((await run.standing()).outputs).toEqual({ b: 'True' });
  });

  it('does again what corrected inputs change, and nothing else', async () => {
    const run = await trial(`
name: w
inputs: {topic: {type: string}, tone: {type: string}}
steps:
  - {name: facts, ask: "Facts on {{ inputs.topic }}"}
  - {name: title, ask: "Title for {{ inputs.topic }}"}
  - {name: text, ask: "{{ steps.facts.output }} in a {{ inputs.tone }} tone"}
`);
    await run.advance({ inputs: { topic: 'cats', tone: 'dry' } });
    run.work.done.length = 0;
    await run.advance({ inputs: { topic: 'cats', tone: 'warm' } });
    expect(run.work.done).toEqual(['ask: FACTS ON CATS in a warm tone']);
    expect(await run.results()).toMatchObject({ text: 'FACTS ON CATS IN A WARM TONE' });
    expect((await run.steps()).filter(({ status }) => status === 'stale').map(({ key }) => key)).toEqual([
      'text',
    ]);
  });

  it('does again what it is told to, even though nothing changed, and wants another answer', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one}, {name: b, ask: two}]');
    await run.advance();
    await run.advance({ again: ['a'] });
    expect(run.work.done).toEqual(['ask: one', 'ask: two', 'ask: one']);
    expect(run.work.turns.map(({ fresh }) => fresh)).toEqual([false, false, true]);
  });

  it('reads the files of another workflow once', async () => {
    const run = await trial(
      'name: w\nsteps: [{name: s, workflow: other, with: {doc: a.md}}, {name: b, ask: two, retries: 0}]',
      { other: 'name: other\ninputs: {doc: {type: file}}\nsteps: [{name: t, template: "{{ inputs.doc }}"}]' },
    );
    run.work.files.set('a.md', 'before');
    run.work.answer = () => new Broken('Not yet.');
    await expect(run.advance()).rejects.toThrow();
    run.work.files.set('a.md', 'after');
    run.work.answer = () => 'fine';
    await run.advance();
    expect(run.work.done).toEqual(['read: a.md', 'ask: two', 'ask: two']);
    expect(await run.results()).toMatchObject({ 's.t': 'before' });
  });
});

describe('a list of entries', () => {
  it('keeps its order, whichever is done first, and no more than so many at a time', async () => {
    const run = await trial(`
name: w
steps:
  - name: each
    for_each: [a, b, c, d, e]
    concurrency: 3
    steps: [{name: s, ask: "{{ item }}"}]
outputs: {all: "{{ steps.each.output }}"}
`);
    let [under, most] = [0, 0];
    const held: (() => void)[] = [];
    let isFirstRound = true;
    run.work.answer = async (said) => {
      most = Math.max(most, ++under);
      if (isFirstRound && held.length < 2) await new Promise<void>((done) => held.push(done));
      isFirstRound = false;
      // The last that came is done first.
      for (const release of held.splice(0).reverse()) release();
      under -= 1;
      return said.toUpperCase();
    };
    await run.advance();
    expect((await run.standing()).outputs).toEqual({ all: ['A', 'B', 'C', 'D', 'E'] });
    expect(most).toBe(3);
  });

  it('begins none after a failure, brings those on their way to their end, and goes on later', async () => {
    const run = await trial(`
name: w
steps:
  - name: each
    for_each: [a, b, c, d]
    concurrency: 2
    steps: [{name: s, ask: "{{ item }}", retries: 0}]
`);
    const [secondBegan, began] = signalled();
    const [firstFailed, failed] = signalled();
    run.work.answer = async (said) => {
      if (said === 'a') {
        await secondBegan;
        return new Broken('No.');
      }
      began();
      await firstFailed;
      return said;
    };
    const watch = { onStepFailed: () => void setImmediate(failed) };
    await expect(run.advance({}, watch)).rejects.toThrow('No.');
    expect(run.work.done.toSorted()).toEqual(['ask: a', 'ask: b']);
    expect(await run.results()).toEqual({ 'each[2].s': 'b' });
    run.work.answer = (said) => said;
    await run.advance();
    expect(run.work.done.slice(2).toSorted()).toEqual(['ask: a', 'ask: c', 'ask: d']);
  });

  it('has to be one', async () => {
    const run = await trial(
      'name: w\ninputs: {x: {type: object}}\nsteps: [{name: e, for_each: "{{ inputs.x }}", steps: [{name: s, ask: a}]}]',
    );
    await expect(run.advance({ inputs: { x: {} } })).rejects.toMatchObject({ code: 'NOT_A_LIST' });
  });

  it('may be empty', async () => {
    const run = await trial(
      'name: w\nsteps: [{name: e, for_each: [], steps: [{name: s, ask: a}]}]\noutputs: {e: "{{ steps.e.output }}"}',
    );
    await run.advance();
    expect((await run.standing()).outputs).toEqual({ e: [] });
  });
});

const GATED = `
name: gated
inputs: {topic: {type: string}}
steps:
  - name: plan
    ask: "Plan {{ inputs.topic }}{% if gates.review.comment %} ({{ gates.review.comment }}){% endif %}"
  - name: review
    gate: "{{ steps.plan.output }}"
    on_reject: {redo: plan}
  - name: build
    ask: "Build {{ steps.review.output }}"
`;

describe('a gate', () => {
  const cats = { inputs: { topic: 'cats' } };

  it('holds the run until somebody approves', async () => {
    const run = await trial(GATED);
    expect(await run.advance(cats)).toBe('waiting');
    expect(await run.standing()).toMatchObject({ status: 'waiting', owner: null });
    expect(await run.advance(cats)).toBe('waiting');
    expect(run.work.done).toEqual(['ask: Plan cats']);
    await run.decide('review', 'approved');
    expect(await run.advance(cats)).toBe('done');
    expect(run.work.done).toEqual(['ask: Plan cats', 'ask: Build PLAN CATS']);
  });

  it('is passed by no approval of another content', async () => {
    const run = await trial(GATED);
    await run.advance(cats);
    const shown = await run.gate('review');
    expect(await run.advance({ inputs: { topic: 'dogs' } })).toBe('waiting');
    const decision = { is: 'approved', comment: null, actor: 'ada', at: someTime } as const;
    await expect(
      store.runs.decide(run.run.id, shown.position, shown.gate?.checksum ?? '', decision),
    ).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    expect(await run.gate('review')).toMatchObject({
      result: 'PLAN DOGS',
      gate: { decision: { is: 'pending' } },
    });
    await run.decide('review', 'approved');
    await run.advance({ inputs: { topic: 'dogs' } });
    expect(run.work.done.at(-1)).toBe('ask: Build PLAN DOGS');
  });

  it('asks anew when what was approved is another by now', async () => {
    const run = await trial(GATED);
    await run.advance(cats);
    await run.decide('review', 'approved');
    expect(await run.advance({ inputs: { topic: 'dogs' } })).toBe('waiting');
    expect(run.work.done).toEqual(['ask: Plan cats', 'ask: Plan dogs']);
  });

  it('hands on the content as it was edited', async () => {
    const run = await trial(GATED);
    await run.advance(cats);
    await run.decide('review', 'edited', 'a better plan');
    await run.advance(cats);
    expect(run.work.done.at(-1)).toBe('ask: Build a better plan');
  });

  it('sends the run back with a comment, at most five times', async () => {
    const run = await trial(GATED);
    await run.advance(cats);
    for (let time = 1; time <= 5; time++) {
      await run.decide('review', 'rejected', `too long ${time}`);
      expect(await run.advance(cats)).toBe('waiting');
      expect(run.work.done.at(-1)).toBe(`ask: Plan cats (too long ${time})`);
    }
    await run.decide('review', 'rejected', 'still');
    await expect(run.advance(cats)).rejects.toMatchObject({ code: 'REDO_LIMIT' });
    expect(await run.standing()).toMatchObject({ status: 'stopped', problem: { code: 'REDO_LIMIT' } });
  });

  it('asks for another answer, even when the question is the same', async () => {
    const run = await trial(`
name: w
steps:
  - {name: a, ask: one}
  - {name: g, gate: "{{ steps.a.output }}", on_reject: {redo: a}}
`);
    let answers = 0;
    run.work.answer = () => `answer ${++answers}`;
    await run.advance();
    await run.decide('g', 'rejected');
    expect(await run.advance()).toBe('waiting');
    expect(run.work.turns.map(({ fresh }) => fresh)).toEqual([false, true]);
    expect(await run.gate('g')).toMatchObject({ result: 'answer 2' });
  });

  it('killed while it sends the run back does not lose the way', async () => {
    for (let write = 1; ; write++) {
      const run = await trial(GATED);
      await run.advance(cats);
      await run.decide('review', 'rejected', 'shorter');
      const killed = await run.advance(cats, { journal: killedAt(store.runs, write, 'after') }).then(
        () => false,
        () => true,
      );
      if (!killed) break;
      expect(await run.advance(cats)).toBe('waiting');
      expect(await run.gate('review')).toMatchObject({ result: 'PLAN CATS (SHORTER)' });
      await run.decide('review', 'approved');
      expect(await run.advance(cats)).toBe('done');
    }
  });

  it('ends the run where it shall stop when it is turned down', async () => {
    const run = await trial(`
name: w
steps: [{name: g, gate: Shall we?}, {name: a, ask: one}]
`);
    await run.advance();
    await run.decide('g', 'rejected', 'not today');
    await expect(run.advance()).rejects.toMatchObject({
      code: 'GATE_REJECTED',
      message: expect.stringContaining('not today'),
    });
    expect(await run.standing()).toMatchObject({ status: 'stopped' });
    expect(await run.advance({ again: ['g'] })).toBe('waiting');
    await run.decide('g', 'approved');
    expect(await run.advance()).toBe('done');
  });

  it('of one entry holds up no other', async () => {
    const run = await trial(`
name: w
steps:
  - name: each
    for_each: [a, b]
    steps:
      - {name: g, gate: "Take {{ item }}?"}
      - {name: s, ask: "{{ item }}"}
outputs: {all: "{{ steps.each.output }}"}
`);
    expect(await run.advance()).toBe('waiting');
    await run.decide('each[2].g', 'approved');
    expect(await run.advance()).toBe('waiting');
    expect(run.work.done).toEqual(['ask: b']);
    await run.decide('each[1].g', 'approved');
    expect(await run.advance()).toBe('done');
    expect((await run.standing()).outputs).toEqual({ all: ['A', 'B'] });
  });
});

describe('a step that fails', () => {
  it('is tried again as often as it may be, waiting longer each time', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one, retries: 3}]');
    let left = 3;
    run.work.answer = (said) => (left-- > 0 ? new Broken('Not yet.') : said);
    const tries: number[] = [];
    await run.advance({}, { onTryAgain: (_path, _error, { next }) => tries.push(next) });
    expect(tries).toEqual([2, 3, 4]);
    expect(run.waits.filter((wait) => wait > 1000)).toEqual([2000, 4000]);
    expect((await run.steps()).map(({ status, attempt }) => [status, attempt])).toEqual([
      ['failed', 1],
      ['failed', 2],
      ['failed', 3],
      ['done', 4],
    ]);
  });

  it('is not tried again when that cannot help', async () => {
    class Forbidden extends PromptRunnerError {
      readonly code = 'FORBIDDEN';
      readonly kind = 'not-allowed';
    }
    const run = await trial('name: w\nsteps: [{name: a, ask: one, retries: 3}]');
    run.work.answer = () => new Forbidden('No.');
    await expect(run.advance()).rejects.toThrow('No.');
    expect(run.work.done).toHaveLength(1);
  });

  it('may take no longer than it says', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one, timeout: 5s, retries: 0}]');
    run.work.answer = (_said, { signal }) =>
      new Promise((_done, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
    await expect(run.advance()).rejects.toMatchObject({
      code: 'STEP_TIMED_OUT',
      message: expect.stringContaining('5 s'),
    });
    expect(await run.steps()).toMatchObject([{ status: 'failed', problem: { code: 'STEP_TIMED_OUT' } }]);
  });

  it('with an exit code fails, unless that is allowed', async () => {
    const run = await trial('name: w\nsteps: [{name: a, run: [false]}]'.replace('[false]', '["false"]'));
    run.work.answer = () => 3;
    await expect(run.advance()).rejects.toMatchObject({
      code: 'COMMAND_FAILED',
      message: 'false ended with exit code 3: It broke.',
    });
    const allowed = await trial(`
name: w
steps: [{name: a, run: ["false"], allow_failure: true}]
outputs: {code: "{{ steps.a.output.exit_code }}"}
`);
    allowed.work.answer = () => 3;
    await allowed.advance();
    expect((await allowed.standing()).outputs).toEqual({ code: 3 });
  });
});

describe('a step that was cut off', () => {
  async function cutOff(step: string): Promise<WorkflowTrial> {
    const run = await trial(`name: w\nsteps: [{name: a, ${step}}]`);
    // The try is on record, and its work was begun.
    const dying = killedAt(store.runs, 4, 'before');
    await expect(run.advance({}, { journal: dying })).rejects.toThrow();
    expect(await run.steps()).toMatchObject([{ status: 'started' }]);
    return run;
  }

  it('is done again when that does no harm, and is told', async () => {
    const run = await cutOff('ask: one');
    const ambiguous: string[] = [];
    expect(await run.advance({}, { onAmbiguous: ({ key }) => ambiguous.push(key) })).toBe('done');
    expect(ambiguous).toEqual(['a']);
    expect(await run.steps()).toMatchObject([
      { status: 'failed', problem: { code: 'INTERRUPTED' } },
      { status: 'done' },
    ]);
  });

  it.each([
    ['a command', 'run: [deploy]'],
    ['a write', 'write: a.txt, text: hello'],
  ])('is left alone when it is %s, until somebody agrees', async (_what, step) => {
    const run = await cutOff(step);
    const before = run.work.done.length;
    await expect(run.advance()).rejects.toMatchObject({
      code: 'STEP_CUT_OFF',
      remedy: { next: `prompt-runner workflow resume ${run.run.id} --again a` },
    });
    expect(await run.standing()).toMatchObject({ status: 'stopped', problem: { code: 'STEP_CUT_OFF' } });
    await expect(run.advance()).rejects.toMatchObject({ code: 'STEP_CUT_OFF' });
    expect(run.work.done).toHaveLength(before);
    expect(await run.advance({ again: ['a'] })).toBe('done');
  });

  it('is done again when its retries allow it', async () => {
    const run = await cutOff('run: [deploy], retries: 1');
    expect(await run.advance()).toBe('done');
  });
});

describe('a run that is ended', () => {
  class Interrupted extends PromptRunnerError {
    readonly code = 'INTERRUPTED';
    readonly kind = 'interrupted';
  }

  it('by who began it stops, and goes on later', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one}, {name: b, ask: two}]');
    const stop = new AbortController();
    run.work.answer = (said) => {
      if (said === 'two') stop.abort(new Interrupted('Enough.'));
      stop.signal.throwIfAborted();
      return said;
    };
    await expect(run.advance({}, { signal: stop.signal })).rejects.toThrow('Enough.');
    expect(await run.standing()).toMatchObject({
      status: 'stopped',
      owner: null,
      problem: { code: 'INTERRUPTED' },
    });
    run.work.answer = (said) => said;
    expect(await run.advance()).toBe('done');
    expect(run.work.done).toEqual(['ask: one', 'ask: two', 'ask: two']);
  });

  it('by somebody who calls it off ends in the middle of a step', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one}, {name: b, ask: two}]');
    run.work.answer = async (_said, { signal }) => {
      await store.runs.cancel(run.run.id, someTime);
      return new Promise((_done, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
    };
    await expect(run.advance()).rejects.toMatchObject({ code: 'RUN_CANCELLED' });
    expect(await run.standing()).toMatchObject({
      status: 'stopped',
      owner: null,
      cancelledAt: someTime,
      problem: { code: 'RUN_CANCELLED' },
    });
    expect(run.work.done).toEqual(['ask: one']);
  });

  it('is nobody else’s as long as its process is there', async () => {
    const run = await trial('name: w\nsteps: [{name: a, ask: one}]');
    await store.runs.take(run.run.id, { host: 'here', pid: 1, started: 'monday' }, null, someTime);
    await expect(run.advance()).rejects.toMatchObject({ code: 'RUN_BUSY' });
  });
});
