import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import type { ExperimentId } from '../../src/base/ids.js';
import { openStore } from '../../src/store/open-store.js';
import { aSession, creationOf } from '../fixtures/sessions.js';
import { example, type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
/** The first store on a server takes as long as a test may. */
const SETUP_MS = 60_000;
beforeEach(async () => {
  bench = new Workbench();
  await template('orchestrator', 'team/plan', 'Think of the cost.');
  await template('implementation', 'team/code', 'Write the tests first.');
}, SETUP_MS);
afterEach(() => bench.dispose());

const file = (name: string, content: string) => {
  writeFileSync(join(bench.work, name), content);
  return name;
};
/** Kept beside those in force. */
const template = async (kind: string, name: string, text: string) => {
  const source = [
    '--file',
    join(
      bench.work,
      file('template.md', `{% extends "builtin/${kind}" %}\n{% block role %}${text}{% endblock %}\n`),
    ),
  ];
  const added = await bench.run([
    ...['orchestrate', 'template', 'add', kind, name, '--alternative', '--global'],
    ...source,
  ]);
  expect(added).toMatchObject({ code: 0 });
};
const experiment = (words: readonly string[], options: RunOptions = {}) =>
  bench.run(['experiment', ...words], options);
const create = (...words: readonly string[]) =>
  experiment(['create', 'steps', '--unit', 'session', '--variant', 'usual', ...words]);

describe('an experiment over sessions', () => {
  it('compares what is usual with a template that takes its place', async () => {
    const { code, out } = await create('--variant', 'well=team/code', '--split', '70/30');
    expect([code, out]).toEqual([
      0,
      'Experiment steps is made, for all projects: usual is as usual, well is implementation team/code@1.\n' +
        'Next: prompt-runner experiment start steps\n',
    ]);
    const { experiment: made, online } = (await experiment(['show', 'steps', '--json'])).json();
    expect(made).toMatchObject({
      unit: 'session',
      variants: [
        { name: 'usual', control: true, weight: 0.7, prompt: null, strategy: { templates: {}, models: {} } },
        { name: 'well', weight: 0.3, strategy: { templates: { implementation: 'team/code@1' } } },
      ],
      metrics: [{ name: 'completed', kind: 'proportion', better: 'higher', primary: true }],
    });
    expect(online).toEqual({ hold_out: null, namespace: null, window_days: 14 });
  });

  it('compares whole strategies, and settles what their labels mean', async () => {
    file(
      'b.yaml',
      'templates:\n  orchestrator: team/plan@try\n  implementation: builtin/implementation\nmodels: {planning: fake}\n',
    );
    await bench.run(['prompt', 'label', 'team/plan', 'try', '1']);
    await bench.run(['prompt', 'update', 'team/plan', '--text', 'Plan {{ feature_request }}.']);
    expect((await create('--variant', 'b=strategy:b.yaml,temperature=0')).code).toBe(0);
    await bench.run(['prompt', 'label', 'team/plan', 'try', '2']);
    const shown = (await experiment(['show', 'steps', '--json'])).json<{
      experiment: { variants: readonly object[] };
    }>();
    expect(shown.experiment.variants[1]).toMatchObject({
      strategy: {
        templates: { orchestrator: 'team/plan@1', implementation: 'builtin/implementation' },
        models: { planning: 'fake' },
      },
      parameters: { temperature: 0 },
    });
    const page = (await experiment(['show', 'steps'])).out;
    expect(page).toMatch(/b +orchestrator template +team\/plan@1/);
    expect(page).toMatch(/b +planning +fake/);
    expect((await experiment(['list'])).out).toContain('usual, b');
  });

  it.each([
    [['--variant', 'b=strategy:bad.yaml'], 'what it says at templates is not known'],
    [['--variant', 'b=strategy:broken.yaml'], 'its YAML is not right'],
    [['--variant', 'b=strategy:other-kind.yaml'], 'takes team/plan for implementation'],
    [['--variant', 'b=greet'], 'does not say what it is for in a session'],
    [['--variant', 'b'], 'The variants "usual" and "b" ask the same.'],
    [['--variant', 'b=team/code', '--split', '50/40'], 'are 90 together'],
    [['--variant', 'b=team/code', '--split', '50/25/25'], 'has 3 parts'],
    [['--variant', 'b=team/code', '--holdout', '100%'], 'leaves out everybody'],
    [['--variant', 'b=team/code', '--namespace', 'x=0.5-0.5'], 'Nobody is in the namespace'],
    [['--variant', 'b=team/code', '--metric', 'latency'], 'There is no metric "latency" of sessions.'],
    [['--variant', 'b=team/code', '--check', 'equals:x'], '--check is for answers to rows'],
    [['--variant', 'b=team/code', '--window', '0'], 'window'],
  ])('cannot be made with %j', async (words, message) => {
    await bench.run(['prompt', 'create', 'greet', '--text', 'Hello']);
    file('bad.yaml', 'templates: {planning: team/plan}\n');
    file('broken.yaml', 'templates: [\n');
    file('other-kind.yaml', 'templates: {implementation: team/plan}\n');
    const { code, err } = await create(...words);
    expect(code).toBe(2);
    expect(err.replaceAll('\n', ' ')).toContain(message);
  });

  it('has terms that rows of data have no use of', async () => {
    const rows = [
      'create',
      'rows',
      '--variant',
      'a=team/code',
      '--variant',
      'b=team/plan',
      '--metric',
      'cost',
    ];
    const { code, err } = await experiment([...rows, '--holdout', '5%']);
    expect([code, err]).toEqual([2, expect.stringContaining('--holdout makes no sense for rows')]);
    await create('--variant', 'b=team/code');
    expect((await experiment(['run', 'steps', '--data', 'x.csv'])).code).not.toBe(0);
  });
});

interface SessionExperiments {
  readonly session: { readonly id: string };
  readonly experiments: readonly { readonly variant: string | null; readonly chosen: boolean }[];
  readonly notes: readonly string[];
  readonly prompt: { readonly template: string };
}
const plan = async (...words: readonly string[]) =>
  (await bench.run(['orchestrate', 'plan', 'Add a page', '--json', ...words])).json<SessionExperiments>();
const plans = async (count: number) => {
  const all: SessionExperiments[] = [];
  for (let at = 0; at < count; at++) all.push(await plan());
  return all;
};
interface Standing {
  readonly experiment: { readonly status: string };
  readonly online: {
    readonly variants: readonly {
      readonly variant: string;
      readonly units: number;
      readonly sessions: number;
      readonly counted: number;
      readonly open: number;
      readonly chosen: number;
      readonly fault: string | null;
    }[];
    readonly held_out: number;
    readonly sample_ratio: { readonly mismatch: boolean };
  };
  readonly next: string;
}
const status = async () => (await experiment(['status', 'steps', '--json'])).json<Standing>();
const planning = ['--variant', 'well=team/plan'];

describe('an experiment that was started', () => {
  it('gives each new session a variant, which decides about its templates and is recorded with it', async () => {
    await create(...planning);
    expect((await plan()).experiments).toEqual([]);
    expect((await experiment(['start', 'steps'])).code).toBe(0);
    const begun = await plans(20);
    const got = begun.map(({ experiments: [one] }) => one?.variant ?? '');
    expect(new Set(got)).toEqual(new Set(['usual', 'well']));
    expect(begun.map(({ prompt }) => prompt.template)).toEqual(
      got.map((variant) => (variant === 'well' ? 'team/plan@1' : 'builtin/orchestrator')),
    );
    const id = begun[0]?.session.id ?? '';
    for (const command of ['status', 'show']) {
      const shown = (await bench.run(['orchestrate', command, id, '--json'])).json<SessionExperiments>();
      expect(shown.experiments).toMatchObject([
        { experiment: { name: 'steps' }, variant: got[0], chosen: false },
      ]);
      expect((await bench.run(['orchestrate', command, id])).out).toContain(`Experiment steps: ${got[0]}`);
    }
    const { online } = await status();
    expect(online.variants.map(({ units }) => units)).toEqual(
      ['usual', 'well'].map((name) => got.filter((variant) => variant === name).length),
    );
    expect(online.variants.map(({ open }) => open)).toEqual(online.variants.map(({ sessions }) => sessions));
  });

  it('gives a user the same variant every time, in a pause too, and nobody else one then', async () => {
    const words = ['--unit', 'user', '--variant', 'usual', '--variant', 'well=team/plan'];
    await experiment(['create', 'steps', ...words]);
    await experiment(['start', 'steps']);
    await experiment(['pause', 'steps']);
    expect((await plan()).experiments).toEqual([]);
    await experiment(['start', 'steps']);
    const variants = async () => (await plans(3)).map(({ experiments: [one] }) => one?.variant);
    const [first, ...others] = await variants();
    expect(others).toEqual([first, first]);
    expect((await experiment(['pause', 'steps'])).code).toBe(0);
    expect(await variants()).toEqual([first, first, first]);
    await experiment(['start', 'steps']);
    const { online } = await status();
    expect(online.variants.map(({ units }) => units).toSorted()).toEqual([0, 1]);
    expect(online.variants.map(({ sessions }) => sessions).toSorted()).toEqual([0, 6]);
  });

  it('lets a variant be chosen, and does not count that session', async () => {
    await create(...planning);
    await experiment(['start', 'steps']);
    const { experiments, session, prompt } = await plan('--variant', 'steps=well');
    expect(experiments).toMatchObject([{ variant: 'well', chosen: true }]);
    expect(prompt.template).toBe('team/plan@1');
    expect((await status()).online.variants).toMatchObject([
      { units: 0, sessions: 0, chosen: 0 },
      { units: 0, sessions: 0, chosen: 1 },
    ]);
    expect((await bench.run(['orchestrate', 'status', session.id])).out).toContain('chosen, and not counted');
  });

  it.each([
    [['--variant', 'steps=best'], 4, 'no variant "best"'],
    [['--variant', 'stops=well'], 3, 'There is no experiment "stops"'],
    [['--variant', 'well'], 2, 'not "well"'],
    [['--variant', 'steps=well', '--template', 'orchestrator=team/plan'], 4, 'another one was named'],
  ])('refuses a choice of %j', async (words, exit, message) => {
    await create(...planning);
    await experiment(['start', 'steps']);
    const { code, err } = await bench.run(['orchestrate', 'plan', 'Add a page', ...words]);
    expect([code, err]).toEqual([exit, expect.stringContaining(message)]);
    expect((await bench.run(['orchestrate', 'list-sessions', '--json'])).json()).toMatchObject({
      sessions: [],
    });
  });

  it('leaves out a session for which somebody named a template, whatever it would have got', async () => {
    await create(...planning);
    await experiment(['start', 'steps']);
    const { experiments, notes } = await plan('--template', 'orchestrator=builtin/orchestrator');
    expect(experiments).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('decides about the orchestrator template')]);
  });

  it('leaves out the hold-out, says so with the session, and counts it', async () => {
    await create(...planning, '--holdout', '90%');
    await experiment(['start', 'steps']);
    const got = (await plans(12)).map(({ experiments: [one] }) => one?.variant);
    const heldOut = got.filter((variant) => variant === null).length;
    expect(heldOut).toBeGreaterThan(5);
    expect((await status()).online.held_out).toBe(heldOut);
    expect((await experiment(['status', 'steps'])).out).toContain(`The hold-out leaves out ${heldOut}.`);
  });

  it('never keeps a session from beginning: with a broken variant it goes on as usual, and says why', async () => {
    await create('--variant', 'well=team/plan', '--split', '1/99');
    await experiment(['start', 'steps']);
    await bench.run(['prompt', 'delete', 'team/plan', '--yes']);
    const begun = await plans(4);
    const without = begun.filter(({ experiments }) => experiments.length === 0);
    expect(without.length).toBeGreaterThan(0);
    for (const { prompt, notes } of without) {
      expect(prompt.template).toBe('builtin/orchestrator');
      expect(notes).toEqual([expect.stringContaining('variant "well" cannot be used here')]);
    }
    const { online } = await status();
    expect(online.variants[1]).toMatchObject({ units: 0, fault: expect.stringContaining('team/plan@1') });
    expect((await experiment(['status', 'steps'])).out).toContain('Sessions do not get well');
  });

  it('runs beside another one only where they decide about different things, or share out a namespace', async () => {
    await create(...planning, '--namespace', 'all=0-0.5');
    await experiment(['start', 'steps']);
    const other = (name: string, ...words: readonly string[]) =>
      experiment(['create', name, '--unit', 'session', '--variant', 'usual', ...words]);
    await other('same', ...planning, '--namespace', 'all=0.4-1');
    await other('beside', ...planning, '--namespace', 'all=0.5-1');
    await other('code', '--variant', 'well=team/code');
    const refused = await experiment(['start', 'same']);
    expect(refused).toMatchObject({ code: 4 });
    expect(refused.err.replaceAll('\n', ' ')).toContain('would both decide about the orchestrator template');
    expect((await experiment(['start', 'beside'])).code).toBe(0);
    expect((await experiment(['start', 'code'])).code).toBe(0);
    for (const { experiments } of await plans(4)) expect(experiments).toHaveLength(2);
  });

  it('ends for good when it is stopped, and is not what rows are', async () => {
    await create(...planning);
    expect((await experiment(['pause', 'steps'])).code).toBe(4);
    await experiment(['start', 'steps']);
    expect((await experiment(['stop', 'steps', '--yes'])).code).toBe(0);
    expect((await plan()).experiments).toEqual([]);
    const again = await experiment(['start', 'steps']);
    expect([again.code, again.err]).toEqual([4, expect.stringContaining('does not start again')]);
    await experiment([
      'create',
      'rows',
      '--variant',
      'a=team/code',
      '--variant',
      'b=team/plan',
      '--metric',
      'cost',
    ]);
    for (const verb of ['start', 'pause']) expect((await experiment([verb, 'rows'])).code).toBe(4);
  });

  it('is not there for a session in a workspace', async () => {
    await create(...planning);
    await experiment(['start', 'steps']);
    const inFiles = ['orchestrate', 'plan', 'Add a page', '--workspace', 'planning', '--use-db', '--json'];
    expect((await bench.run(inFiles)).json<SessionExperiments>().experiments).toEqual([]);
    expect((await bench.run([...inFiles, '--variant', 'steps=well'])).code).toBe(4);
  });
});

describe('experiment status', () => {
  it('warns when the sessions are not shared out as they were meant to be', async () => {
    await create(...planning);
    await experiment(['start', 'steps']);
    const made = (await experiment(['show', 'steps', '--json'])).json<{ experiment: { id: ExperimentId } }>();
    const store = await openStore(bench.db, systemClock);
    for (let at = 0; at < 40; at++) {
      const session = aSession();
      const variant = at < 32 ? 1 : 2;
      const assignment = { experiment: made.experiment.id, unit: session.id, variant, chosen: false };
      await store.journal.create({ ...creationOf(session), assignments: [assignment] });
    }
    await store.close();
    expect((await status()).online.sample_ratio).toMatchObject({ mismatch: true });
    const { out } = await experiment(['status', 'steps']);
    expect(out.replaceAll('\n', ' ')).toContain('are not shared out as they were meant to be (p = 0.00015)');
  });

  it('counts what a session tells by itself, once it has ended', async () => {
    await create(
      ...planning,
      '--metric',
      'exact',
      '--metric',
      'rework',
      '--metric',
      'rating',
      '--window',
      '2',
    );
    await experiment(['start', 'steps']);
    bench.time = new Date('2026-03-02T09:00:00Z');
    const id = (await plan()).session.id;
    const step = (verb: string, ...words: readonly string[]) =>
      bench.run(['orchestrate', verb, ...words, '--session', id]);
    await step('process', '--file', join(bench.work, file('bad.md', 'I would rather not.')));
    for (const [verb, name] of [
      ['process', 'planning-answer.md'],
      ['analyze', null],
      ['save-analysis', 'analysis.md'],
      ['implement', null],
      ['complete', 'report.md'],
    ] as const)
      await step(verb, ...(name === null ? [] : ['--file', example(name)]));
    await bench.run(['orchestrate', 'rate', '4', '--session', id]);
    const means = async () =>
      (await experiment(['analyze', 'steps', '--json']))
        .json<{ metrics: readonly { readonly figures: readonly { readonly mean: number | null }[] }[] }>()
        .metrics.map(({ figures }) => figures.map(({ mean }) => mean).find((mean) => mean !== null) ?? null);
    expect(await means()).toEqual([0, 1, 4]);
    await bench.run(['orchestrate', 'undo', id]);
    expect(await means()).toEqual([null, null, null]);
    bench.time = new Date('2026-03-04T09:00:00Z');
    // Given up: no session was completed that the rework could be of.
    expect(await means()).toEqual([0, null, 4]);
    expect((await status()).online.variants.reduce((sum, { counted }) => sum + counted, 0)).toBe(1);
  });
});

describe('experiment record', () => {
  const withSuccess = ['--metric', 'success', '--metric', 'score:review', '--metric', 'completed'];
  const record = (unit: string, metric: string, value: string, ...words: readonly string[]) =>
    experiment(['record', 'steps', '--unit', unit, '--metric', metric, '--value', value, ...words]);
  const begun = async () => {
    await create(...planning, ...withSuccess);
    await experiment(['start', 'steps']);
    return (await plan()).session.id;
  };

  it('keeps one figure of a session by a metric, however often it is said', async () => {
    const id = await begun();
    const said = async (value: string) => (await record(id.slice(0, 8), 'success', value, '--json')).json();
    expect(await said('1')).toMatchObject({ unit: id, value: 1, before: null, changed: true });
    expect(await said('1')).toMatchObject({ value: 1, before: 1, changed: false });
    expect(await said('0')).toMatchObject({ value: 0, before: 1, changed: true });
    const below = ['record', 'steps', '--unit', id, '--metric', 'score:review', '--value=-0.5'];
    expect((await experiment(below)).out).toContain(`score:review of ${id} is -0.5.`);
    const { metrics } = (await experiment(['analyze', 'steps', '--json'])).json<{
      metrics: readonly { readonly figures: readonly { readonly rows: number }[] }[];
    }>();
    expect(metrics.map(({ figures }) => figures.reduce((sum, { rows }) => sum + rows, 0))).toEqual([1, 1, 0]);
  });

  it.each([
    ['success', '0.5', 2, 'is 1 for yes or 0 for no'],
    ['success', 'x', 2, '--value'],
    ['success', 'NaN', 2, '--value'],
    ['score:review', '1e999', 2, '--value'],
    ['completed', '1', 2, 'comes from sessions by itself'],
    ['score:other', '1', 2, 'does not go by "score:other"'],
  ])('refuses %s of %s', async (metric, value, exit, message) => {
    const { code, err } = await record(await begun(), metric, value);
    expect([code, err.replaceAll('\n', ' ')]).toEqual([exit, expect.stringContaining(message)]);
  });

  it('refuses what takes no part, what was chosen, and what nobody knows', async () => {
    await create(...planning, ...withSuccess);
    const before = await plan();
    expect((await record(before.session.id, 'success', '1')).code).toBe(4);
    await experiment(['start', 'steps']);
    const chosen = await plan('--variant', 'steps=well');
    expect((await record(before.session.id, 'success', '1')).code).toBe(3);
    expect((await record(chosen.session.id, 'success', '1')).code).toBe(4);
    expect((await record('s000', 'success', '1')).code).toBe(3);
    expect((await experiment(['record', 'steps', '--unit', 'x'])).code).toBe(2);
  });
});

describe('experiment plan', () => {
  it('says how many sessions it takes, how long at the present pace, and what that rests on', async () => {
    await create(...planning, '--matters', 'completed=0.1', '--metric', 'completed');
    await plans(2);
    const output = await experiment(['plan', 'steps', '--baseline', '0.4']);
    expect(output.code).toBe(0);
    expect(output.out.replaceAll('\n', ' ')).toContain(
      'To find a difference of 10 points of completed with a chance of 80 %, it takes 776 sessions, all variants together. ' +
        'At the present pace (2 sessions in the last day) that takes 13 months, and up to 14 days more until the last ones count. ' +
        'That is long.',
    );
    expect(output.out).toMatch(/10 points +776 +388/);
    expect(output.out).toContain('Next: prompt-runner experiment start steps');
  });

  it('takes the worst case for a proportion of which nothing is known, and says so', async () => {
    await create(...planning, '--matters', 'completed=0.1', '--metric', 'completed');
    const { sizes, baseline_is, pace } = (await experiment(['plan', 'steps', '--json'])).json<{
      sizes: readonly { readonly units: number; readonly days: number | null }[];
      baseline_is: string;
      pace: object;
    }>();
    expect(baseline_is).toBe('assumed');
    expect(pace).toMatchObject({ sessions: 0 });
    expect(sizes.map(({ days }) => days)).toEqual([null, null, null]);
    const [half = 0, whole = 0, twice = 0] = sizes.map(({ units }) => units);
    expect([half > 3.5 * whole, whole > 3.5 * twice]).toEqual([true, true]);
  });

  it('goes by what is known of sessions so far', async () => {
    await create(...planning, '--matters', 'completed=0.1', '--metric', 'completed');
    bench.time = new Date('2026-03-02T09:00:00Z');
    const begun = await plans(12);
    for (const { session } of begun.slice(0, 6))
      await bench.run(['orchestrate', 'cancel', session.id, '--yes']);
    bench.time = new Date('2026-03-20T09:00:00Z');
    expect((await experiment(['plan', 'steps', '--baseline', '0.5', '--json'])).json()).toMatchObject({
      pace: { days: 18, sessions: 12, users: 1 },
    });
    const rework = ['--variant', 'usual', '--variant', 'well=team/plan', '--metric', 'exact'];
    await experiment(['create', 'other', '--unit', 'session', ...rework]);
    expect((await experiment(['plan', 'other', '--matters', '0.1', '--json'])).json()).toMatchObject({
      baseline_is: 'assumed',
    });
  });

  it('says how many rows it takes, and that asking again is worth less than other rows', async () => {
    const rows = ['--variant', 'a=team/plan', '--variant', 'b=team/code', '--check', 'contains:x'];
    await experiment(['create', 'rows', ...rows]);
    const units = async (...words: readonly string[]) =>
      (await experiment(['plan', 'rows', '--matters', '0.1', '--json', ...words])).json<{
        sizes: readonly { readonly units: number }[];
      }>().sizes[1]?.units ?? 0;
    const once = await units();
    expect(await units('--repeat', '4')).toBeGreaterThan(once / 2);
    expect(await units('--repeat', '4')).toBeLessThan(once);
    expect(await units('--looks', '5')).toBeGreaterThan(once);
    expect(await units('--power', '0.95')).toBeGreaterThan(once);
    expect(await units('--correlation', '0.9')).toBeLessThan(once);
  });

  it('goes by what the experiment has measured of its control', async () => {
    await bench.run(['prompt', 'create', 'greet', '--text', 'Greet {{ who }}']);
    const variants = ['--variant', 'a=greet', '--variant', 'b=greet,temperature=0', '--check', 'contains:1'];
    await experiment(['create', 'rows', ...variants]);
    const rows = Array.from({ length: 20 }, (_, at) => `${at}\n`).join('');
    await experiment(['run', 'rows', '--data', '-', '--format', 'csv', '--model', 'fake'], {
      stdin: `who\n${rows}`,
    });
    const planned = (await experiment(['plan', 'rows', '--matters', '0.1', '--json'])).json();
    expect(planned).toMatchObject({ baseline_is: 'known', baseline: 0.55 });
  });

  it.each([
    [[], 'Nothing says which difference of completed matters'],
    [['--matters', '0.1', '--baseline', '1'], 'between 0 and 1'],
    [['--matters', '0'], 'matters'],
    [['--matters', '0.1', '--power', '1'], 'power'],
    [['--matters', '0.1', '--looks', '100'], 'looks'],
  ])('cannot be made with %j', async (words, message) => {
    await create(...planning);
    const { code, err } = await experiment(['plan', 'steps', ...words]);
    expect([code, err.replaceAll('\n', ' ')]).toEqual([2, expect.stringContaining(message)]);
  });

  it('asks how much a figure varies of which nothing is known', async () => {
    await create(...planning, '--metric', 'rating');
    expect((await experiment(['plan', 'steps', '--matters', '0.5'])).err).toContain('--deviation');
    expect((await experiment(['plan', 'steps', '--matters', '0.5', '--deviation', '1'])).code).toBe(0);
  });
});

describe('an experiment over models', () => {
  const script = (name: string) =>
    `fake:${file(name, `rules:\n  - file: ${example('planning-answer.md')}\n    usage: {input: 10, output: 5}\n`)}`;
  const begin = async (...words: readonly string[]) =>
    (
      await bench.run([
        'orchestrate',
        'run',
        'Add a page',
        '--until',
        'planning',
        '--approve',
        'none',
        '--json',
        ...words,
      ])
    ).json<{ run: { models: { planning: string } }; session: { id: string }; notes: readonly string[] }>();

  it('says who carries out a session that nobody names anybody for', async () => {
    await create('--variant', `other,model=${script('other.yaml')}`, '--split', '1/99');
    await experiment(['start', 'steps']);
    await bench.run(['config', 'set', 'model.default', script('usual.yaml')]);
    for (let tries = 0, models = ''; !models.includes('other'); tries++) {
      expect(tries).toBeLessThan(20);
      models = (await begin()).run.models.planning;
    }
    const { session, notes } = await begin('--model', script('third.yaml'));
    expect(notes).toEqual([expect.stringContaining('decides about the models, and others were named')]);
    const { experiments } = (
      await bench.run(['orchestrate', 'status', session.id, '--json'])
    ).json<SessionExperiments>();
    expect(experiments).toEqual([]);
  });

  it('holds when a session that was planned by hand is run', async () => {
    await create('--variant', `other,model=${script('other.yaml')}`);
    await experiment(['start', 'steps']);
    let { session, experiments } = await plan();
    while (experiments[0]?.variant !== 'other') ({ session, experiments } = await plan());
    const words = ['orchestrate', 'run', '--session', session.id, '--until', 'planning', '--approve', 'none'];
    const { run } = (await bench.run([...words, '--json'])).json<{ run: { models: { planning: string } } }>();
    expect(run.models.planning).toContain('other.yaml');
  });

  it('never keeps a session from beginning: without a model that can be asked it goes on as usual', async () => {
    await create('--variant', 'other,model=nobody:at-all', '--split', '1/99');
    await experiment(['start', 'steps']);
    await bench.run(['config', 'set', 'model.default', script('usual.yaml')]);
    const outputs = [await begin(), await begin(), await begin()];
    expect(outputs.map(({ run }) => run.models.planning.includes('usual.yaml'))).toEqual([true, true, true]);
    expect(outputs.flatMap(({ notes }) => notes).length).toBeGreaterThan(0);
  });

  it("runs no commands on other people's machines", async () => {
    const { code, err } = await create('--variant', 'other,model=exec:./my-agent');
    expect([code, err]).toEqual([2, expect.stringContaining('would have the command exec:./my-agent run')]);
  });
});
