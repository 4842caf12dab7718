import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
/** The first store on a server takes as long as a test may. */
const SETUP_MS = 60_000;
beforeEach(async () => {
  bench = new Workbench();
  await bench.run(['prompt', 'create', 'triage', '--text', 'Triage: {{ ticket }}']);
  await bench.run(['prompt', 'update', 'triage', '--text', 'Triage shortly: {{ ticket }}']);
  await bench.run(['prompt', 'label', 'triage', 'candidate', '2']);
}, SETUP_MS);
afterEach(() => bench.dispose());

const file = (name: string, content: string) => {
  writeFileSync(join(bench.work, name), content);
  return name;
};
const experiment = (words: readonly string[], options: RunOptions = {}) =>
  bench.run(['experiment', ...words], options);
const versions = ['--variant', 'a=triage@1', '--variant', 'b=triage@candidate'];
const create = (...words: readonly string[]) => experiment(['create', 'tone', ...versions, ...words]);
const byAnswer = ['--check', 'equals', '--expect', 'urgent'];

const rows = (count: number) => {
  const lines = Array.from({ length: count }, (_, at) => `t${at + 1},${at % 2 === 0 ? 'yes' : 'no'}\n`);
  return file('rows.csv', `ticket,urgent\n${lines.join('')}`);
};
/** A model that says yes to the long prompt, whatever comes, and knows better when asked shortly. */
const model = (...rules: readonly string[]) => {
  const all = [...rules, '{when: {matches: "shortly: t[0-9]*[02468]$"}, answer: "no"}', '{answer: "yes"}'];
  return `fake:${file('script.yaml', `rules:\n${all.map((rule) => `  - ${rule}\n`).join('')}`)}`;
};
const make = () => create(...byAnswer, '--metric', 'success', '--metric', 'latency');
const run = (...words: readonly string[]) => experiment(['run', 'tone', ...words]);

interface ShowDocument {
  readonly experiment: {
    readonly id: string;
    readonly status: string;
    readonly variants: readonly object[];
    readonly metrics: readonly object[];
  };
  readonly checks: readonly object[];
}
const show = async (reference = 'tone') =>
  (await experiment(['show', reference, '--json'])).json<ShowDocument>();

describe('experiment create', () => {
  it('settles what labels mean, says so, and what comes next', async () => {
    const { code, out } = await create(...byAnswer, '--metric', 'success', '--metric', 'cost');
    expect(code).toBe(0);
    expect(out).toBe(
      'Experiment tone is made, for all projects: a is triage@1, b is triage@2.\n' +
        'Next: prompt-runner experiment run tone --data FILE\n',
    );
    await bench.run(['prompt', 'label', 'triage', 'candidate', '1']);
    expect(await show()).toMatchObject({
      experiment: {
        status: 'draft',
        variants: [
          { name: 'a', control: true, prompt: 'triage@1', model: null },
          { name: 'b', control: false, prompt: 'triage@2', model: null },
        ],
        metrics: [
          { name: 'success', kind: 'proportion', better: 'higher', matters: 0, primary: true },
          { name: 'cost', kind: 'mean', better: 'lower', primary: false },
        ],
      },
      checks: [{ name: 'equals', kind: 'equals', wanted: null }],
      expect: 'urgent',
    });
  });

  it('takes models, parameters, a control, checks with texts and schemas', async () => {
    const schema = file('answer.schema.json', '{"type":"object"}');
    const { code } = await experiment([
      ...['create', 'team/models', '--variant', 'small=triage@1,model=fake,temperature=0'],
      ...['--variant', 'large=triage@1,model=fake:large', '--control', 'large'],
      ...['--check', 'polite=contains:please', '--check', `json-schema:${schema}`],
      ...['--metric', 'score:polite', '--metric', 'score:json-schema', '--matters', 'score:polite=0.1'],
      ...['--hypothesis', 'The small one will do.'],
    ]);
    expect(code).toBe(0);
    expect(await show('team/models')).toMatchObject({
      experiment: {
        hypothesis: 'The small one will do.',
        variants: [
          { name: 'small', control: false, model: 'fake', parameters: { temperature: 0 } },
          { name: 'large', control: true, model: 'fake:large' },
        ],
        metrics: [{ name: 'score:polite', matters: 0.1 }, { name: 'score:json-schema' }],
      },
      checks: [
        { name: 'polite', wanted: 'please' },
        { name: 'json-schema', wanted: null },
      ],
    });
  });

  it.each([
    ['without a check', [], 'Without a check nobody knows which answers are a success.'],
    [
      'that expects what no column says',
      ['--check', 'equals'],
      'Nothing says what the check "equals" expects.',
    ],
    ['of a metric that is none', ['--metric', 'speed'], 'There is no metric "speed".'],
    ['with a metric twice', ['--metric', 'cost', '--metric', 'cost'], 'The metric "cost" is named twice.'],
    ['of a control that is none', ['--metric', 'cost', '--control', 'z'], 'No variant is called "z"'],
    ['of a variant twice', ['--metric', 'cost', '--variant', 'a=triage'], 'Two variants are called "a".'],
    [
      'of two that ask the same',
      ['--metric', 'cost', '--variant', 'c=triage@2'],
      'The variants "b" and "c" ask the same.',
    ],
    [
      'of checks of one name',
      ['--check', 'contains:a', '--check', 'contains:b'],
      'Two checks are called "contains".',
    ],
    ['with a check that is none', ['--check', 'nice'], 'There is no check "nice".'],
    ['by a schema without one', ['--check', 'json-schema'], 'A check by a JSON schema takes the schema.'],
  ])('refuses one %s', async (_, words, message) => {
    const { code, err } = await create(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect((await experiment(['list'])).out).toContain('There is no experiment here.');
  });

  it('refuses a single variant, a name that is none, a prompt that is not there, and a name twice', async () => {
    const single = ['--variant', 'a=triage', '--metric', 'cost'];
    expect((await experiment(['create', 'one', ...single])).err).toContain('at least two variants');
    const named = await experiment(['create', 'No Name', ...versions, '--metric', 'cost']);
    expect([named.code, named.err]).toEqual([2, expect.stringContaining('This would do: no-name')]);
    const missing = await create('--metric', 'cost', '--variant', 'c=triage@9');
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('has no version 9')]);
    await create('--metric', 'cost');
    const again = await create('--metric', 'cost');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('There is an experiment "tone"')]);
  });
});

describe('an experiment', () => {
  it('is listed and shown', async () => {
    await create('--metric', 'cost', '--check', 'contains:please');
    const { out } = await experiment(['list']);
    expect(out).toMatch(/tone\s+e[0-9a-z]{12}\s+.*triage@1, triage@2\s+draft/);
    const shown = (await experiment(['show', 'tone'])).out;
    for (const part of ['a (control)', 'cost (decides)', 'the usual one', 'please'])
      expect(shown).toContain(part);
  });

  it('has its name free again when it is archived, and is found by its id', async () => {
    await create('--metric', 'cost');
    const { experiment: made } = await show();
    const { code, out } = await experiment(['archive', 'tone']);
    expect([code, out]).toEqual([0, expect.stringContaining(`it is found as ${made.id}`)]);
    expect((await experiment(['show', 'tone'])).code).toBe(3);
    expect((await show(made.id.slice(0, 8))).experiment.status).toBe('archived');
    expect((await experiment(['archive', made.id])).code).toBe(0);
    expect((await create('--metric', 'cost')).code).toBe(0);
    expect((await experiment(['list', '--status', 'archived', '--json'])).json()).toMatchObject({ total: 1 });
  });

  it('that is not there brings the nearest to mind', async () => {
    await create('--metric', 'cost');
    const { code, err } = await experiment(['show', 'tune']);
    expect([code, err]).toEqual([3, expect.stringContaining('Did you mean tone?')]);
  });
});

describe('experiment run', () => {
  it('asks all variants for the same rows, and says what comes next', async () => {
    await make();
    const { code, out, err } = await run('--data', rows(6), '--model', model());
    expect([code, err]).toEqual([
      0,
      'Experiment tone: a (triage@1) and b (triage@2) are asked beside each other.\n',
    ]);
    expect(out).toMatch(/a\s+triage@1\s+fake:.*6 of 6.*completed/);
    expect(out).toMatch(/b\s+triage@2\s+fake:.*6 of 6.*completed/);
    expect((await show()).experiment.status).toBe('stopped');
    const { batches } = (await bench.run(['batch', 'list', '--json'])).json<{
      batches: readonly { name: string; rows: number }[];
    }>();
    expect(batches.map(({ name, rows: count }) => [name, count]).toSorted()).toEqual([
      ['tone/a', 6],
      ['tone/b', 6],
    ]);
  });

  it('ends with 5 when rows failed, and goes on with them when they are tried again', async () => {
    await make();
    const refusing = '{when: {matches: "shortly: t3$"}, fault: refused}';
    const words = ['--data', rows(4), '--model', model(refusing), '--json'];
    const failed = await run(...words);
    const { batches } = failed.json<{ batches: readonly { id: string; failed: number }[] }>();
    expect([failed.code, batches.map((batch) => batch.failed)]).toEqual([5, [0, 1]]);
    model();
    expect((await bench.run(['batch', 'retry', batches[1]?.id ?? ''])).code).toBe(0);
    const again = await run('--json');
    expect([again.code, again.json()]).toMatchObject([0, { experiment: { status: 'stopped' } }]);
  });

  it('takes rows once', async () => {
    await make();
    const early = await run();
    expect([early.code, early.err]).toEqual([4, expect.stringContaining('has no rows yet')]);
    await run('--data', rows(2), '--model', 'fake');
    const late = await run('--data', rows(3), '--model', 'fake');
    expect([late.code, late.err]).toEqual([4, expect.stringContaining('has its rows already')]);
    await experiment(['archive', 'tone']);
  });

  it('puts nothing on record when something is wrong with a variant', async () => {
    await make();
    const lacking = await run('--data', file('few.csv', 'urgent\nyes\n'), '--model', 'fake');
    expect([lacking.code, lacking.err]).toEqual([2, expect.stringContaining('ticket')]);
    expect((await run('--data', file('none.csv', 'ticket,urgent\n'), '--model', 'fake')).code).toBe(2);
    expect((await bench.run(['batch', 'list', '--json'])).json()).toMatchObject({ total: 0 });
    expect((await run('--data', rows(1), '--model', 'fake')).code).toBe(0);
  });

  it('begins anew when the rows could not be read to the end', async () => {
    await make();
    const broken = await run(
      '--data',
      file('broken.csv', 'ticket,urgent\nt1,yes\nt2,no,3\n'),
      '--model',
      'fake',
    );
    expect([broken.code, (await show()).experiment.status]).toEqual([1, 'draft']);
    expect((await run('--data', rows(2), '--model', 'fake')).code).toBe(0);
  });

  it('asks in the project that the experiment belongs to', async () => {
    await bench.run(['project', 'create', 'shop']);
    const inShop = ['--project', 'shop'];
    await create('--metric', 'cost', ...inShop);
    const { experiment: made } = (
      await experiment(['show', 'tone', '--json', ...inShop])
    ).json<ShowDocument>();
    const data = ['--data', join(bench.work, rows(1)), '--model', 'fake'];
    const elsewhere = await experiment(['run', made.id, ...data], { cwd: bench.folder });
    expect([elsewhere.code, elsewhere.err]).toEqual([4, expect.stringContaining('--project')]);
    const there = await experiment(['run', made.id, ...data, ...inShop], { cwd: bench.folder });
    expect(there.code).toBe(0);
  });
});

describe('experiment analyze', () => {
  interface AnalysisDocument {
    readonly answer: readonly string[];
    readonly metrics: readonly {
      readonly figures: readonly { readonly mean: number }[];
      readonly comparisons: readonly { readonly verdict: { readonly is: string }; readonly rows: number }[];
    }[];
  }
  const analyze = async () => (await experiment(['analyze', 'tone', '--json'])).json<AnalysisDocument>();

  it('says in a sentence which is better, with effect and interval, and draws it', async () => {
    await make();
    await run('--data', rows(40), '--model', model());
    const { code, out } = await experiment(['analyze', 'tone']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^b is better than a: success is 50 points higher \(97\.5 % interval: \+\d+(\.\d+)? points to \+\d+(\.\d+)? points\), over 40 rows\.\n/,
    );
    expect(out).toMatch(/a +40 +50 % +control\n/);
    expect(out).toMatch(/b +40 +100 % +│? +├─+●─+┤ +better\n/);
    for (const line of out.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
    const { metrics } = await analyze();
    expect(metrics[0]?.figures.map(({ mean }) => mean)).toEqual([0.5, 1]);
    expect(metrics[0]?.comparisons).toMatchObject([{ rows: 40, verdict: { is: 'better' } }]);
  });

  it('says that there is not enough data, and how much would do', async () => {
    await make();
    expect((await analyze()).answer).toEqual(['There are too few rows to compare b with a by success.']);
    await run('--data', rows(4), '--model', model());
    const { answer } = await analyze();
    expect(answer[0]).toMatch(
      /^There is not enough data yet to tell b from a: .* If it stays so, about \d+ rows would decide it\.$/,
    );
  });

  it('says that there is no difference that matters', async () => {
    await create(...byAnswer, '--metric', 'success', '--matters', 'success=0.5');
    await run('--data', rows(40), '--model', 'fake');
    expect((await analyze()).answer[0]).toContain('There is no difference that matters between b and a');
  });
});

describe('experiment promote', () => {
  it('moves a label to the winner, and writes why', async () => {
    await make();
    await run('--data', rows(40), '--model', model());
    const { code, out } = await experiment(['promote', 'tone', '--label', 'live']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^The label live is now at triage@2, variant b\. b is better than a: /),
    ]);
    const history = (await bench.run(['prompt', 'label', 'triage', '--history', '--json'])).out;
    expect(history).toMatch(/Experiment tone \(e[0-9a-z]{12}\): b is better than a/);
    expect((await bench.run(['audit', 'list', '--json'])).out).toContain('b is better than a');
    expect((await experiment(['show', 'tone'])).out).toMatch(
      /decided +live is b, by \S+\. b is better than a/,
    );
    expect((await show()).experiment).toMatchObject({
      conclusion: { variant: 'b', label: 'live', why: expect.stringContaining('better') },
    });
  });

  it('keeps what is protected where it is, unless it is forced', async () => {
    await make();
    await bench.run(['prompt', 'label', 'triage', 'production', '1']);
    await run('--data', rows(40), '--model', model());
    const kept = await experiment(['promote', 'tone']);
    expect([kept.code, kept.err]).toEqual([4, expect.stringContaining('protected')]);
    expect((await experiment(['promote', 'tone', '--force'])).code).toBe(0);
  });

  it('promotes none that is not better, unless it is named', async () => {
    await make();
    await run('--data', rows(4), '--model', 'fake');
    const none = await experiment(['promote', 'tone', '--label', 'live']);
    expect([none.code, none.err]).toEqual([4, expect.stringContaining('is better than its control')]);
    const named = await experiment(['promote', 'tone', '--label', 'live', '--variant', 'a']);
    expect([named.code, named.out]).toEqual([0, expect.stringContaining('It is the control.')]);
    expect((await experiment(['promote', 'tone', '--variant', 'z'])).err).toContain('There are a, b.');
  });
});
