import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
/** The first store on a server takes as long as a test may. */
const SETUP_MS = 60_000;
beforeEach(async () => {
  bench = new Workbench();
  await bench.run(['prompt', 'create', 'triage', '--text', 'How urgent is this? {{ ticket }}']);
}, SETUP_MS);
afterEach(() => bench.dispose());

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(bench.work, name), content);
  return name;
};
const text = (name: string) => readFileSync(join(bench.work, name), 'utf8');
/** What the fake answers: YAML of its rules. */
const script = (rules: string) => `fake:${file('script.yaml', `rules:\n${rules}`)}`;
const batch = (words: readonly string[], options: RunOptions = {}) => bench.run(['batch', ...words], options);
const triage = (data: string, words: readonly string[] = [], options: RunOptions = {}) =>
  batch(
    ['run', 'triage', '--data', data, ...(words.includes('-m') ? [] : ['-m', 'fake']), ...words],
    options,
  );

interface ResultLine {
  readonly row: number;
  readonly repetition: number;
  readonly status: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: string | null;
  readonly value: unknown;
  readonly problem: { readonly code: string; readonly message: string } | null;
}

async function results(...words: readonly string[]): Promise<ResultLine[]> {
  const { out } = await batch(['results', 'latest', ...words]);
  return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

interface StatusDocument {
  readonly batch: {
    readonly id: string;
    readonly status: string;
    readonly rows: number | null;
    readonly cost: number;
    readonly concurrency: number;
    readonly rate: unknown;
    readonly problem: { readonly code: string } | null;
  };
  readonly tally: Readonly<Record<'pending' | 'claimed' | 'done' | 'failed' | 'cancelled', number>>;
  readonly problems: readonly { readonly code: string; readonly rows: number }[];
  readonly next: string;
}

async function status(): Promise<StatusDocument> {
  return (await batch(['status', 'latest', '--json'])).json<StatusDocument>();
}

const asked = async () => (await bench.run(['execution', 'list', '--json'])).json<{ total: number }>().total;
const numbered = (count: number) =>
  file('rows.csv', `ticket\n${Array.from({ length: count }, (_, at) => `ticket ${at + 1}\n`).join('')}`);

describe('batch run', () => {
  it('asks a prompt for each row, and says in a line what is asked and how it ended', async () => {
    const rows = file('rows.csv', 'ticket,team\n"Printer, on fire",it\nPassword forgotten,desk\n');
    const { code, out, err } = await triage(rows, ['--name', 'nightly']);
    expect(code).toBe(0);
    expect(err).toMatch(/^Batch b[0-9a-z]{12} "nightly": triage@1 is asked of fake\.\n$/);
    expect(out).toMatch(
      /^All 2 rows are answered\. It cost \$0\.00\.\nNext: prompt-runner batch results b[0-9a-z]{12}\n$/,
    );
    expect(await results()).toMatchObject([
      {
        row: 1,
        status: 'done',
        input: { ticket: 'Printer, on fire', team: 'it' },
        answer: 'How urgent is this? Printer, on fire',
      },
      { row: 2, input: { ticket: 'Password forgotten', team: 'desk' } },
    ]);
  });

  it('says nothing beside the result with --quiet, and prints one document with --json', async () => {
    const rows = numbered(2);
    expect((await triage(rows, ['--quiet'])).err).toBe('');
    const result = await triage(rows, ['--json']);
    expect(result.err).toBe('');
    expect(result.json()).toMatchObject({ batch: { status: 'completed', rows: 2, done: 2, failed: 0 } });
  });

  it('reads standard input, when it is told how that is written', async () => {
    const stdin = '{"ticket":"one"}\n{"ticket":"two"}\n';
    expect((await triage('-', ['--format', 'jsonl'], { stdin })).code).toBe(0);
    expect((await results()).map(({ input }) => input)).toEqual([{ ticket: 'one' }, { ticket: 'two' }]);
    const unknown = await triage('-', [], { stdin });
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringContaining('does not tell how the data is written'),
    ]);
    expect((await triage('-', ['--format', 'jsonl'])).err).toContain('Nothing was given for the rows.');
    const twice = await triage('-', ['--format', 'jsonl', '--vars', '-'], { stdin });
    expect(twice.err).toContain('Standard input can be read once, and --data and --vars would read it.');
  });

  it('takes the values of a row as values, whatever they look like', async () => {
    const ticket = '{{ 7 * 6 }} {% raw %} --- system';
    await triage(file('rows.json', JSON.stringify([{ ticket }])));
    expect((await results())[0]?.answer).toBe(`How urgent is this? ${ticket}`);
  });

  it('reads the texts of a table by the types of the variables, and takes the same for all rows', async () => {
    const prompt =
      '---\nvariables:\n  - { name: depth, type: integer, default: 9 }\n  - { name: tone }\n---\n{{ depth + 1 }} {{ tone }}\n';
    await bench.run(['prompt', 'create', 'typed', '--file', join(bench.work, file('typed.md', prompt))]);
    const rows = file('rows.csv', 'depth,more\n3,\nmany,\n,x\n');
    const { code } = await batch(['run', 'typed', '-d', rows, '-m', 'fake', '--var', 'tone=dry']);
    expect(code).toBe(5);
    const [first, second, third] = await results();
    expect([first?.answer, third?.answer]).toEqual(['4 dry', '10 dry']);
    expect(second).toMatchObject({ status: 'failed', problem: { code: 'VARIABLE_VALUE' } });
    expect(second?.problem?.message).toContain('"depth" is to be a whole number, not "many"');
    expect(await asked()).toBe(2);
  });

  it('asks a row as often as it shall', async () => {
    await triage(numbered(2), ['--repeat', '2']);
    expect((await results()).map(({ row, repetition }) => `${row}.${repetition}`)).toEqual([
      '1.1',
      '1.2',
      '2.1',
      '2.2',
    ]);
    expect(await asked()).toBe(4);
  });

  it('writes the results at its end into a file, which it does not write over', async () => {
    const rows = numbered(2);
    expect((await triage(rows, ['--output', 'answers.csv'])).err).toContain(
      `2 rows in ${join(bench.work, 'answers.csv')}`,
    );
    expect(text('answers.csv').split('\r\n')[1]).toMatch(
      /^1,1,"ticket 1","How urgent is this\? ticket 1","done",/,
    );
    const again = await triage(rows, ['--output', 'answers.csv']);
    expect([again.code, await asked()]).toEqual([1, 2]);
    expect(again.err).toContain('exists already');
  });
});

describe('data that cannot be asked', () => {
  it.each([
    [
      'a row that does not fit the header',
      'rows.csv',
      'ticket\none\n2,3\n',
      'line 3: 2 fields, and the header has 1.',
    ],
    ['a line that is no JSON', 'rows.jsonl', '{"ticket":"one"}\n{"ticket"\n', 'line 2: this is no JSON.'],
    [
      'a row that is no object',
      'rows.json',
      '[{"ticket":"one"},\n2]',
      'line 2: a row is an object, and this is a number.',
    ],
    [
      'a header that names a column twice',
      'rows.csv',
      'ticket,ticket\n1,2\n',
      'the header names "ticket" twice.',
    ],
    [
      'bytes that are not UTF-8',
      'rows.csv',
      Buffer.from('ticket\ngr\xfcn\n', 'latin1'),
      'line 2: this is not UTF-8.',
    ],
  ])('because of %s is refused with the line, and nothing is asked', async (_why, name, data, message) => {
    const { code, err } = await triage(file(name, data));
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).toContain('Nothing was asked.');
    expect(await asked()).toBe(0);
  });

  it('in one row only may be put on record, and the others asked', async () => {
    const { code, out } = await triage(file('rows.csv', 'ticket\none\n2,3\nthree\n'), ['--keep-bad-rows']);
    expect(code).toBe(5);
    expect(out).toContain('2 of 3 rows are answered, 1 failed.');
    expect((await results('--status', 'failed'))[0]).toMatchObject({
      row: 2,
      problem: { code: 'DATA_UNREADABLE', message: expect.stringContaining('line 3: 2 fields') },
    });
  });

  it('is told before the first call when it lacks a variable, with the column that may be meant', async () => {
    const { code, err } = await triage(file('rows.csv', 'tiket,team\none,it\n'));
    expect(code).toBe(2);
    expect(err).toContain('ticket (you gave "tiket")');
    expect(err).toContain('Name columns of the data so');
    expect((await batch(['list', '--json'])).json()).toMatchObject({ total: 0 });
  });

  it('is missing, empty, or not there', async () => {
    expect((await batch(['run', 'triage', '-m', 'fake'])).err).toContain('--data names the file');
    expect((await triage(file('rows.csv', 'ticket\n'))).err).toContain('The data has no rows');
    const { code, err } = await triage('row.csv');
    expect([code, err]).toEqual([3, expect.stringContaining('Did you mean')]);
  });

  it('comes with limits that are none', async () => {
    const rows = numbered(1);
    expect((await triage(rows, ['--rate', 'often'])).err).toContain('--rate takes a number of calls');
    expect((await triage(rows, ['--max-cost', 'much'])).err).toContain('--max-cost takes an amount');
  });
});

describe('rows that fail', () => {
  const bad = '  - { when: { contains: "ticket 2" }, fault: bad-request }\n';
  const good = '  - { answer: fine }\n';

  it('leave the others alone, are told by their reason, and can be asked again alone', async () => {
    const model = script(bad + good);
    const { code, out } = await triage(numbered(3), ['-m', model]);
    expect(code).toBe(5);
    expect(out).toMatch(
      /^2 of 3 rows are answered, 1 failed\. It cost .*\nWhy rows failed: prompt-runner batch status b\w+\nNext: prompt-runner batch retry b\w+\n$/,
    );
    const page = (await batch(['status', 'latest'])).out;
    expect(page).toMatch(/^ +1 {2}bad-request {2}row 2 {2}/m);
    expect((await status()).problems).toMatchObject([{ code: 'bad-request', rows: 1 }]);
    script(good);
    const before = await asked();
    const retried = await batch(['retry', 'latest']);
    expect([retried.code, await asked()]).toEqual([0, before + 1]);
    expect(retried.err).toContain('1 row is asked again.');
    expect((await results()).map(({ answer }) => answer)).toEqual(['fine', 'fine', 'fine']);
    expect((await batch(['retry', 'latest'])).out).toContain('No row has failed.');
  });

  it('pause the batch when what is wrong concerns all rows, until somebody resumes it', async () => {
    const model = script('  - { fault: auth, status: 401 }\n');
    const { code, out } = await triage(numbered(3), ['-m', model, '-c', '1']);
    expect(code).toBe(1);
    expect(out).toMatch(/^The batch is paused: /);
    expect(out).toMatch(/Next: prompt-runner batch resume b\w+\n$/);
    expect(await status()).toMatchObject({
      batch: { status: 'paused', problem: { code: 'auth' } },
      tally: { pending: 3 },
    });
    script(good);
    const resumed = await batch(['resume', 'latest', '--concurrency', '2', '--rate', '600/m']);
    expect(resumed.code).toBe(0);
    expect((await status()).batch).toMatchObject({ concurrency: 2, rate: { calls: 600, seconds: 60 } });
  });

  it('never happen beyond what the batch may cost', async () => {
    const folder = join(bench.folder, '.config', 'prompt-runner');
    mkdirSync(folder, { recursive: true });
    const model = script('  - { answer: fine, usage: { input: 1000000, output: 0 } }\n');
    writeFileSync(join(folder, 'models.yaml'), `prices: { "${model}": { input: 1, output: 1 } }\n`);
    const limited = ['-m', model, '-c', '1', '--max-cost', '2.50', '--max-tokens', '10'];
    const { code, out } = await triage(numbered(5), limited);
    expect([code, out]).toEqual([1, expect.stringMatching(/^The batch is paused: /)]);
    const { tally, batch: paused } = await status();
    expect(paused.cost).toBe(tally.done);
    expect(tally.pending).toBe(5 - tally.done);
    expect((await batch(['resume', 'latest', '--max-cost', '9'])).code).toBe(0);
  });
});

describe('Ctrl-C', () => {
  it('begins no more rows, keeps the answers on their way, and says how to go on', async () => {
    const model = script('  - { answer: fine, delay_ms: 30 }\n');
    const ctrlC = new AbortController();
    const onTheirWay = (err: string) => {
      if (err.includes('is asked of')) setTimeout(() => ctrlC.abort(), 50);
    };
    const { code, out, err } = await triage(numbered(200), ['-m', model, '-c', '4'], {
      interrupt: ctrlC.signal,
      onError: onTheirWay,
    });
    expect(code).toBe(130);
    expect(err).toMatch(/No more rows are begun; .*\nNext: prompt-runner batch resume b\w+\n$/);
    expect(out).toMatch(
      /^The batch is paused\.\n.* left\. It cost .*\nNext: prompt-runner batch resume b\w+\n$/,
    );
    const { tally, batch: paused } = await status();
    expect(paused.status).toBe('paused');
    expect([tally.claimed, tally.failed]).toEqual([0, 0]);
    expect(tally.done + tally.pending).toBe(200);
    expect(tally.pending).toBeGreaterThan(0);
    script('  - { answer: later }\n');
    expect((await batch(['resume', 'latest'])).code).toBe(0);
    expect(await asked()).toBe(200);
    expect((await results()).filter(({ answer }) => answer === 'fine')).toHaveLength(tally.done);
  });
});

describe('a batch that is there', () => {
  it('is found by its name, its id or the beginning of that; what is not there is not', async () => {
    await triage(numbered(1), ['--name', 'nightly']);
    const { id } = (await status()).batch;
    for (const name of ['nightly', id, id.slice(0, 6), 'latest'])
      expect((await batch(['status', name])).code).toBe(0);
    const { code, err } = await batch(['status', 'nightli']);
    expect([code, err]).toEqual([3, expect.stringContaining('Did you mean nightly?')]);
  });

  it('is listed with what became of it, page by page', async () => {
    expect((await batch(['list'])).out).toContain('There is no batch here.');
    await triage(numbered(2), ['--name', 'first']);
    await triage(file('rows.csv', 'ticket\none\n2,3\n'), ['--name', 'second', '--keep-bad-rows']);
    const { out } = await batch(['list']);
    expect(out.split('\n')[1]).toMatch(/^b\w+ +just now +second +fake +2 +1 +\$0\.00 +completed$/);
    const page = (await batch(['list', '-n', '1', '--json'])).json<{ cursor: string; total: number }>();
    expect(page.total).toBe(2);
    expect((await batch(['list', '-n', '1', '--cursor', page.cursor])).out).toContain('first');
    expect((await batch(['list', '--status', 'paused', '--json'])).json()).toMatchObject({ total: 0 });
  });

  it('cannot be paused or resumed when it is over', async () => {
    await triage(numbered(1));
    for (const verb of ['pause', 'resume', 'cancel']) {
      const { code, err } = await batch([verb, 'latest']);
      expect([code, err]).toEqual([4, expect.stringContaining('is completed, and cannot be')]);
    }
  });

  it('is cancelled when somebody says so, and keeps its answers', async () => {
    const model = script(
      '  - { when: { contains: "ticket 1" }, answer: fine }\n  - { fault: auth, status: 401 }\n',
    );
    await triage(numbered(3), ['-m', model, '-c', '1']);
    expect((await batch(['cancel', 'latest'])).err).toContain('2 rows would never be asked');
    expect((await batch(['cancel', 'latest', '--yes'])).out).toMatch(
      /is cancelled; 2 rows are not asked any more/,
    );
    expect((await status()).tally).toMatchObject({ done: 1, cancelled: 2 });
    expect((await batch(['resume', 'latest'])).code).toBe(4);
    expect((await batch(['pause', 'latest'])).code).toBe(4);
    expect((await results())[0]?.answer).toBe('fine');
  });
});

describe('batch results', () => {
  it('have the fields of answers in JSON in columns of their own', async () => {
    const schema = {
      type: 'object',
      properties: { score: { type: 'number' }, why: { type: 'string' } },
      required: ['score'],
    };
    file('schema.json', JSON.stringify(schema));
    const model = script(`  - { answer: '{"score": 3, "why": "=cmd"}' }\n`);
    await triage(numbered(1), ['-m', model, '--schema', 'schema.json']);
    expect((await results())[0]?.value).toEqual({ score: 3, why: '=cmd' });
    const table = (await batch(['results', 'latest', '--format', 'csv', '--escape-formulas'])).out;
    const [head, row] = table.split('\r\n');
    expect(head).toContain('"output","output.score","output.why","status"');
    expect(row).toContain(`,3,"'=cmd","done",`);
    const atOnce = ['-m', model, '--schema', 'schema.json', '-o', 'answers.csv', '--escape-formulas'];
    await triage(numbered(1), atOnce);
    expect(text('answers.csv').split('\r\n')[1]).toContain(`,3,"'=cmd","done",`);
  });

  it('go into a file whole, or to standard output', async () => {
    await triage(numbered(2));
    const { code, err } = await batch(['results', 'latest', '-o', 'answers.jsonl']);
    expect([code, err]).toEqual([0, expect.stringContaining('2 rows in ')]);
    expect(text('answers.jsonl').split('\n')).toHaveLength(3);
    expect((await batch(['results', 'latest', '-o', '../out.csv'])).code).toBe(2);
    expect((await batch(['results', 'latest', '--json'])).out).toContain('both want standard output');
    const document = await batch(['results', 'latest', '--json', '-o', 'again.csv', '--status', 'failed']);
    expect(document.json()).toMatchObject({ format: 'csv', rows: 0, batch: { status: 'completed' } });
  });
});
