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
