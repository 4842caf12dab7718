import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, Workbench } from './harness.js';

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
    expect((await experiment(['show', 'steps'])).out).toContain('orchestrator team/plan@1');
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
