import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workbench } from './harness.js';

let bench: Workbench;
/** The first store on a server takes as long as a test may. */
const SETUP_MS = 60_000;
beforeEach(async () => {
  bench = new Workbench();
  await bench.run(['prompt', 'create', 'triage', '--text', 'Triage: {{ ticket }}']);
  await bench.run(['prompt', 'update', 'triage', '--text', 'Triage shortly: {{ ticket }}']);
}, SETUP_MS);
afterEach(() => bench.dispose());

const file = (name: string, content: string) => {
  writeFileSync(join(bench.work, name), content);
  return name;
};
const experiment = (...words: readonly string[]) => bench.run(['experiment', ...words]);
const versions = ['--variant', 'a=triage@1', '--variant', 'b=triage@2'];
const create = (...words: readonly string[]) =>
  experiment('create', 'tone', ...versions, '--check', 'equals', '--expect', 'urgent', ...words);

/** Every second one is urgent. */
const rows = (count: number) => {
  const lines = Array.from({ length: count }, (_, at) => `t${at + 1},${at % 2 === 0 ? 'yes' : 'no'}\n`);
  return file('rows.csv', `ticket,urgent\n${lines.join('')}`);
};
/** The long prompt is always told yes; the short one is right. */
const model = () => {
  const right = '{when: {matches: "shortly: t[0-9]*[02468]$"}, answer: "no"}';
  return `fake:${file('script.yaml', `rules:\n  - ${right}\n  - {answer: "yes"}\n`)}`;
};
const run = (count: number) => experiment('run', 'tone', '--data', rows(count), '--model', model());

interface Analysis {
  readonly plan: { readonly looks: string; readonly times: number | null; readonly family: string };
  readonly asPlanned: boolean;
  readonly look: { readonly number: number; readonly rows: number } | null;
  readonly notes: readonly string[];
  readonly metrics: readonly {
    readonly comparisons: readonly {
      readonly rows: number;
      readonly method: string | null;
      readonly confidence: number;
      readonly verdict: { readonly is: string };
      readonly relative: { readonly estimate: number } | null;
      readonly posterior: { readonly chance_to_win: number } | null;
    }[];
  }[];
}
const analyze = async (...words: readonly string[]) =>
  (await experiment('analyze', 'tone', '--json', ...words)).json<Analysis>();

describe('how an experiment is judged', () => {
  it('is one look and Holm unless something else was said when it was made', async () => {
    await create();
    expect(await analyze()).toMatchObject({
      plan: { looks: 'once', times: null, family: 'holm' },
      notes: [],
      look: null,
    });
    expect((await experiment('show', 'tone')).out).toContain("one look and Holm's procedure");
  });

  it('is what was said when it was made, and otherwise said to be something else', async () => {
    await create('--looks', 'sequential', '--family', 'bh');
    await run(40);
    const planned = await analyze();
    expect(planned).toMatchObject({ plan: { looks: 'sequential', family: 'bh' }, notes: [] });
    expect(planned.metrics[0]?.comparisons[0]?.method).toBe('always-valid');
    const { notes, metrics, ...other } = await analyze('--looks', 'once', '--family', 'none');
    expect(other).toMatchObject({ as_planned: false });
    expect(notes).toEqual([
      "This is not what was planned: the experiment is judged by looks at any time and Benjamini and Hochberg's procedure, and here by one look and each comparison by itself.",
    ]);
    expect(metrics[0]?.comparisons[0]?.method).toBe('paired-conservative-score');
  });

  it('is by the rows of the planned look that is due', async () => {
    await create('--looks', 'planned', '--plan', '2');
    const before = await analyze();
    expect([before.look, before.notes]).toEqual([
      { number: 0, rows: 0 },
      ['The first of 2 planned looks is not due yet.'],
    ]);
    await run(40);
    expect(await analyze()).toMatchObject({
      plan: { looks: 'planned', times: 2 },
      look: { number: 2, rows: 40 },
      notes: ['This is look 2 of 2, at the first 40 rows.'],
      metrics: [{ comparisons: [{ rows: 40, confidence: 0.95, verdict: { is: 'better' } }] }],
    });
  });

  it.each(['--looks planned --plan 1', '--looks planned --plan 21', '--plan 3', '--looks twice'])(
    'is not %s',
    async (words) => {
      expect((await create(...words.split(' '))).code).toBe(2);
    },
  );
});

describe('what an analysis shows when it is asked for', () => {
  it('is parts of what the control has, chances to win and losses, at 80 columns', async () => {
    await create();
    await run(40);
    const { code, out } = await experiment('analyze', 'tone', '--relative', '--bayes');
    expect(code).toBe(0);
    expect(out).toMatch(/b +\+100 % +\+\d+(\.\d)? % +\+\d+(\.\d)? % +bootstrap\n/);
    expect(out).toMatch(/b +> 99\.9 % +\S+ points +│? *[▁▂▃▄▅▆▇█]+\n/);
    for (const line of out.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
    const [shown] = (await analyze('--relative', '--bayes')).metrics[0]?.comparisons ?? [];
    expect(shown?.relative?.estimate).toBe(1);
    expect(shown?.posterior?.chance_to_win).toBeGreaterThan(0.999);
    const [plain] = (await analyze()).metrics[0]?.comparisons ?? [];
    expect([plain?.relative, plain?.posterior]).toEqual([null, null]);
  });
});

describe('a report', () => {
  const hostile = '</title><script>alert(1)</script> & "quotes" \u0007';
  const contentOf = (name: string) => readFileSync(join(bench.work, name), 'utf8');
  /** The tags that are open at the end, which is none in a document that is well formed. */
  const openTags = (xml: string) => {
    const open: string[] = [];
    for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/gi)) {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (alone !== '/') open.push(name);
    }
    return open;
  };

  it('is one page that needs nothing else, with the answer, pictures, checks and methods', async () => {
    await create('--check', 'contains:<b>', '--hypothesis', hostile);
    await run(40);
    const { code, err } = await experiment('report', 'tone', '-o', 'report.html');
    expect([code, err]).toEqual([0, expect.stringContaining('report.html')]);
    const page = contentOf('report.html');
    for (const part of [
      '<svg',
      'One look',
      'paired-conservative-score',
      '&lt;script&gt;',
      'contains',
      '&lt;b&gt;',
    ])
      expect(page.toLowerCase()).toContain(part.toLowerCase());
    for (const part of ['<script', 'http:', 'https:', 'src=', '\u0007']) expect(page).not.toContain(part);
    expect((await experiment('report', 'tone', '-o', 'report.html')).code).not.toBe(0);
  });

  it('is a picture that is well formed, also before anything was measured', async () => {
    await create('--looks', 'planned', '--matters', 'success=0.1', '--metric', 'success');
    await experiment('report', 'tone', '-o', 'before.svg');
    expect(openTags(contentOf('before.svg'))).toEqual([]);
    await run(40);
    await experiment('report', 'tone', '-o', 'after.svg');
    const drawn = contentOf('after.svg');
    expect(openTags(drawn)).toEqual([]);
    for (const part of ['b is better than a', 'class="belief"', 'class="indifferent"', 'wins'])
      expect(drawn).toContain(part);
  });
});

describe('checks', () => {
  const checked = (...checks: readonly string[]) =>
    experiment('create', 'tone', ...versions, ...checks.flatMap((check) => ['--check', check]));

  it('are patterns, bounds and programs, too', async () => {
    const program = `${process.execPath} -e "process.exit(require('fs').readFileSync(0) == 'yes' ? 0 : 1)"`;
    const made = await checked(
      'regex:^(yes|no)$',
      'cheap=cost<=0.01',
      'latency<=60000',
      `command:${program}`,
    );
    expect(made.code).toBe(0);
    const shown = (await experiment('show', 'tone')).out;
    for (const part of ['^(yes|no)$', 'at most $0.01', 'at most 60000 ms']) expect(shown).toContain(part);
    const refused = await experiment('run', 'tone', '--data', rows(4), '--model', model());
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('--allow-commands')]);
    const ran = await experiment('run', 'tone', '--data', rows(4), '--model', model(), '--allow-commands');
    expect([ran.code, ran.err]).toEqual([0, expect.anything()]);
    const { figures } = (await experiment('analyze', 'tone', '--json')).json<{
      metrics: readonly [{ figures: readonly { rows: number; mean: number }[] }];
    }>().metrics[0];
    expect(figures).toMatchObject([
      { rows: 4, mean: 1 },
      { rows: 4, mean: 0.5 },
    ]);
  });

  it.each([
    ['regex:(', 'is no pattern'],
    ['regex', 'A check by a pattern takes the pattern.'],
    ['cost', 'A check of cost takes a bound.'],
    ['latency<=soon', '"soon" is no bound.'],
    ['command:', 'A check by a command takes the command.'],
    ['judge:', 'A judge takes what it judges by.'],
  ])('are refused when they are %s', async (check, message) => {
    const { code, err } = await checked(check);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('a judge', () => {
  interface Judged {
    readonly metrics: readonly [
      {
        readonly figures: readonly { readonly rows: number; readonly mean: number }[];
        readonly comparisons: readonly [{ readonly verdict: { readonly is: string }; readonly rows: number }];
      },
    ];
    readonly judges: readonly [
      {
        readonly pairs: number;
        readonly with_itself: number;
        readonly prefers_first: number;
        readonly people: { readonly agreement: number; readonly kappa: number | null };
        readonly calls: number;
      },
    ];
  }
  const judged = async () => (await experiment('analyze', 'tone', '--json')).json<Judged>();
  /** One that answers in long words to the short prompt, and judges by a rule. */
  const scripted = (...rules: readonly object[]) => {
    const short = { when: { matches: '^Triage shortly' }, answer: 'GOOD' };
    const all = [...rules, short, { when: { matches: '^Triage' }, answer: 'bad' }];
    return `fake:${file('judge.json', JSON.stringify({ rules: all }))}`;
  };
  const make = (name: string) =>
    experiment(
      ...['create', 'tone', ...versions, '--check', 'judge:Which is better?', '--judge', name],
      ...['--agree', 'best', '--metric', 'score:judge'],
    );
  const people = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) => `t${at + 1},${at % 4 === 0 ? 'a' : 'b'}\n`);
    return file('people.csv', `ticket,best\n${lines.join('')}`);
  };
  const prefers = (matches: string, better: string) => ({
    when: { matches },
    answer: JSON.stringify({ better }),
  });
  const knows = [
    prefers('<first [0-9a-f]+>\\nGOOD', 'first'),
    prefers('<second [0-9a-f]+>\\nGOOD', 'second'),
  ];

  it('sees both orders, is held against itself and people, and decides', async () => {
    const name = scripted(...knows);
    expect((await make(name)).code).toBe(0);
    const ran = await experiment('run', 'tone', '--data', people(12), '--model', name);
    expect([ran.code, ran.err]).toEqual([0, expect.not.stringContaining('did not come')]);
    const { metrics, judges } = await judged();
    expect(metrics[0].figures).toMatchObject([
      { rows: 12, mean: 0.5 },
      { rows: 12, mean: 1 },
    ]);
    expect(judges).toMatchObject([
      { pairs: 12, with_itself: 1, prefers_first: 0.5, calls: 24, people: { agreement: 0.75 } },
    ]);
    const { out } = await experiment('analyze', 'tone');
    expect(out).toMatch(/judge +12 +100 % +50 % +75 % \(0\.00\)/);
    for (const line of out.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
    await experiment('run', 'tone');
    expect((await judged()).judges[0].calls).toBe(24);
  });

  it('that goes by the place decides nothing, and shows it', async () => {
    const name = scripted(prefers('Criterion: ', 'first'));
    await make(name);
    await experiment('run', 'tone', '--data', people(12), '--model', name);
    const { metrics, judges } = await judged();
    expect(judges).toMatchObject([{ with_itself: 0, prefers_first: 1 }]);
    expect(metrics[0].figures[1]).toEqual({ variant: 'b', rows: 12, mean: 0.5 });
    expect(metrics[0].comparisons[0].verdict.is).toBe('not-enough-data');
  });

  it('that does not answer is missing, and no loss; running it again asks it anew', async () => {
    const name = scripted({ when: { matches: 'Criterion: ' }, answer: 'I cannot say.' });
    await make(name);
    const ran = await experiment('run', 'tone', '--data', people(4), '--model', name);
    expect(ran.err).toContain('8 judgements did not come');
    expect((await judged()).metrics[0].figures).toMatchObject([{ rows: 0 }, { rows: 0 }]);
    scripted(...knows);
    await experiment('run', 'tone');
    expect((await judged()).metrics[0].figures).toMatchObject([{ rows: 4 }, { rows: 4, mean: 1 }]);
  });
});
