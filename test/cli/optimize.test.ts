import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, exampleText, type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
/** The first store on a server takes as long as a test may. */
const SETUP_MS = 60_000;
beforeEach(async () => {
  bench = new Workbench();
  await bench.run(['prompt', 'create', 'triage', '--file', example('optimize/triage.md')]);
  await bench.run(['prompt', 'create', 'open', '--text', 'Look. {# frozen #} {{ ticket }}']);
  await bench.run(['prompt', 'create', 'mute', '--text', 'Hello.']);
}, SETUP_MS);
afterEach(() => bench.dispose());

const file = (name: string, content: string) => {
  writeFileSync(join(bench.work, name), content);
  return name;
};
const optimize = (words: readonly string[], options: RunOptions = {}) =>
  bench.run(['optimize', ...words], options);

const SCRIPT = exampleText('optimize/answers.yaml');
/** The model that plays both parts; rules before those of the script. */
const model = (...rules: readonly string[]) =>
  `fake:${file('script.yaml', SCRIPT.replace('rules:\n', `rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`))}`;
const data = ['--data', example('optimize/tickets.jsonl')];
const byUrgency = ['--check', 'equals', '--expect', 'urgency'];
const asked = ['triage', ...data, ...byUrgency];
const terms = (...rules: readonly string[]) => [...asked, '--no-baseline', '--model', model(...rules)];
const run = (...words: readonly string[]) => optimize(['run', ...terms(), ...words]);
const runWith = (...rules: readonly string[]) => optimize(['run', ...terms(...rules)]);
/** With the random search beside it. */
const runBoth = (...rules: readonly string[]) => optimize(['run', ...asked, '--model', model(...rules)]);

interface ShowDocument {
  readonly optimization: {
    readonly id: string;
    readonly status: string;
    readonly spent: { readonly calls: number };
    readonly result: { readonly chosen: string; readonly finding: string } | null;
    readonly applied: string | null;
  };
  readonly figures: readonly object[];
  readonly candidates: readonly { readonly name: string; readonly fate: string; readonly calls: number }[];
  readonly score: { readonly estimate: number; readonly rows: number };
}
const show = async (reference = 'latest') =>
  (await optimize(['show', reference, '--json'])).json<ShowDocument>();
/** All that does not differ from one run to the next. */
const found = async () => {
  const { figures, candidates, score } = await show();
  return { figures, candidates, score };
};
const executions = async () =>
  (await bench.run(['execution', 'list', '--limit', '1000', '--json'])).json<{
    executions: readonly { optimization: { id: string; row: number | null } | null; status: string }[];
  }>().executions;

describe('optimize run', () => {
  it('says how much better the new text is on rows that no choice saw, and what comes next', async () => {
    const { code, out, err } = await run();
    expect(code).toBe(0);
    expect(err).toMatch(
      /^Optimisation o[0-9a-z]{12}: triage@1 is asked of fake:script\.yaml, and rewritten by/,
    );
    const { optimization } = await show();
    expect(out).toMatch(
      /^r2 is better than the start: its score is 0\.\d+ higher \(95 % interval: \+0\.\d+ to \+\d\.?\d*\), over \d+ rows that no choice saw\.\n/,
    );
    expect(out).toContain(`Next: prompt-runner optimize apply ${optimization.id}\n`);
    expect(optimization).toMatchObject({ status: 'completed', result: { chosen: 'r2', finding: 'better' } });
  });

  it('puts every call on record, and asks no more than it may', async () => {
    await run('--budget', '90calls');
    const { optimization } = await show();
    const all = await executions();
    expect(all.map((one) => one.optimization?.id)).toEqual(all.map(() => optimization.id));
    expect(all.length).toBe(optimization.spent.calls);
    expect(all.length).toBeLessThanOrEqual(90);
    expect(all.some((one) => one.optimization?.row === null)).toBe(true);
    const shown = await bench.run(['execution', 'show', 'latest']);
    expect(shown.out).toMatch(new RegExp(`Optimisation +${optimization.id}, (row \\d+|a reflection)\\n`));
  });

  it('goes on after Ctrl-C and after a fault, to the same end as without them', async () => {
    await run();
    const undisturbed = await found();
    const interrupted = new AbortController();
    const stopped = await optimize(['run', ...terms(), '--seed', '1'], {
      interrupt: interrupted.signal,
      onError: () => interrupted.abort(),
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('No more calls are begun');
    const { optimization } = await show();
    expect(stopped.err).toContain(`Next: prompt-runner optimize run --resume ${optimization.id}\n`);
    expect(optimization).toMatchObject({ status: 'paused', spent: { calls: 0 } });

    model('{when: {call: 40}, fault: auth}');
    const failed = await optimize(['run', '--resume', optimization.id, '--concurrency', '2']);
    expect([failed.code, failed.out]).toEqual([1, expect.stringContaining(`${optimization.id} is paused: `)]);
    const before = (await show()).optimization.spent.calls;
    expect(before).toBeGreaterThanOrEqual(40);

    const again = await optimize(['run', ...terms()]);
    expect([again.code, again.err]).toEqual([
      0,
      expect.stringContaining(`${optimization.id}, which goes on`),
    ]);
    expect(await found()).toEqual(undisturbed);
    const asked = (await executions()).filter(({ status }) => status === 'succeeded');
    expect(asked.length).toBe(2 * ((await show()).optimization.spent.calls - 1));
  });

  it('gives up on a model that answers nothing at all', async () => {
    const { code, out } = await runWith('{fault: bad-request}');
    expect([code, out]).toEqual([1, expect.stringContaining(' is paused: ')]);
    expect((await show()).optimization.spent.calls).toBeLessThan(20);
  });

  it('counts an answer that the provider keeps back as none', async () => {
    const { code } = await runWith('{when: {matches: "gas alarm|Refunds|laptop fell"}, fault: refused}');
    expect(code).toBe(0);
    expect((await show()).optimization.status).toBe('completed');
  });

  it('rewrites the message that is named, and asks which where there are several', async () => {
    await bench.run(['prompt', 'update', 'triage', '--system', 'Be quick.']);
    const unclear = await run();
    expect([unclear.code, unclear.err]).toEqual([2, expect.stringContaining('--message N')]);
    const ofSystem = await run('--message', '1');
    expect([ofSystem.code, ofSystem.out]).toEqual([0, expect.stringContaining('Nothing better')]);
    const { code } = await run('--message', '2');
    expect(code).toBe(0);
    await optimize(['apply', 'latest']);
    const { out } = await bench.run(['prompt', 'show', 'triage']);
    expect(out).toContain('Be quick.');
    expect(out).toContain('somebody is in danger');
  });

  it.each<readonly [what: string, words: () => readonly string[], code: number, message: string]>([
    ['no prompt', () => ['run', ...data], 2, 'PROMPT is missing'],
    ['no rows', () => ['run', 'triage', ...byUrgency], 2, 'The rows are missing'],
    [
      'no check',
      () => ['run', 'triage', ...data, '--model', 'fake'],
      2,
      'Nothing says which answers are good',
    ],
    [
      'no expectation',
      () => ['run', 'triage', ...data, '--check', 'equals'],
      2,
      'the check "equals" expects',
    ],
    [
      'a column that is not there',
      () => ['run', 'triage', ...data, '--check', 'equals', '--expect', 'nope', '--model', 'fake'],
      2,
      'No row says in "nope"',
    ],
    ['a small budget', () => ['run', ...terms(), '--budget', '20calls'], 2, '20 calls are too few'],
    ['a budget that is none', () => ['run', ...terms(), '--budget', 'much'], 2, '--budget takes'],
    [
      'costs that nobody knows',
      () => ['run', ...terms(), '--budget', '$2', '--reflect-with', 'openai:unheard-of'],
      2,
      'Nobody knows what openai:unheard-of costs',
    ],
    [
      'few rows',
      () => [
        'run',
        'triage',
        '--data',
        file('few.csv', 'ticket,urgency\na,now\n'),
        ...byUrgency,
        '--model',
        'fake',
      ],
      2,
      'too few',
    ],
    [
      'rows that lack a variable',
      () => [
        ...['run', 'triage', '--model', 'fake', '--check', 'contains:now', '--data'],
        file(
          'odd.jsonl',
          Array.from({ length: 30 }, (_, at) => (at === 6 ? '{"x":1}\n' : `{"ticket":"t${at}"}\n`)).join(''),
        ),
      ],
      2,
      'Row 7 does not fit the prompt',
    ],
    [
      'a line that cannot be read',
      () => [
        'run',
        'triage',
        '--data',
        file('bad.jsonl', '{"ticket":"a"}\n{"ticket":\n'),
        ...byUrgency,
        '--model',
        'fake',
      ],
      1,
      'bad.jsonl',
    ],
    [
      'a prompt that comes with the program',
      () => ['run', 'builtin/analysis', ...data, ...byUrgency, '--model', 'fake'],
      4,
      'comes with the program',
    ],
    [
      'a frozen region without an end',
      () => ['run', 'open', ...data, ...byUrgency, '--model', 'fake'],
      2,
      '{# frozen #}',
    ],
    [
      'a prompt without variables',
      () => ['run', 'mute', ...data, ...byUrgency, '--model', 'fake'],
      2,
      'takes no variable',
    ],
    ['terms that are settled', () => ['run', '--resume', 'latest', '--seed', '2'], 2, '--seed is settled'],
    ['one that is not there', () => ['run', '--resume', 'o123'], 3, 'There is no optimisation "o123"'],
  ])('refuses %s, and puts nothing on record', async (_, words, code, message) => {
    const refused = await optimize(words(), { env: { OPENAI_API_KEY: 'sk-none' } });
    expect([refused.code, refused.err]).toEqual([code, expect.stringContaining(message)]);
    expect((await optimize(['list'])).out).toContain('There is no optimisation here.');
  });

  it('is refused when it is completed', async () => {
    await run();
    const { code, err } = await optimize(['run', '--resume', 'latest']);
    expect([code, err]).toEqual([4, expect.stringContaining('there is nothing to go on with')]);
  });
});

describe('optimize show', () => {
  it('tells the score that counts beside the one that it was chosen by, what was tried, and the new text', async () => {
    await runBoth();
    const { code, out } = await optimize(['show', 'latest']);
    expect(code).toBe(0);
    expect(out).toMatch(/Text +Training +95 % +Hold-out +95 % +Rows/);
    expect(out).toMatch(/r2 \(chosen\) +1\.000 +0\.\d\d to 1\.00 +1\.000/);
    expect(out).toContain('Best so far: ● the search, ○ random search');
    expect(out).toMatch(/1\.00 │ *●+\n/);
    expect(out).toMatch(/r1 +frozen +What stands between/);
    expect(out).toContain('+ - now: somebody is in danger, or money is lost\n');
    for (const line of out.split('\n').slice(12)) expect(line.length).toBeLessThanOrEqual(200);
  });

  it('tells how far one is that is not at its end', async () => {
    await runWith('{when: {call: 30}, fault: auth}');
    const { code, out } = await optimize(['show', 'latest']);
    expect(code).toBe(0);
    expect(out).toMatch(/status +paused: /);
    expect(out).toMatch(/Next: prompt-runner optimize run --resume o[0-9a-z]{12}\n/);
  });

  it('shows nothing of a model that steers the terminal', async () => {
    const answer = '"### NEW_TEMPLATE\\n\\n```markdown\\n\\e[2J{{ ticket }}\\n```\\n"';
    await runWith(`{when: {contains: "template of a prompt"}, answer: ${answer}}`);
    const { out } = await optimize(['show', 'latest', '--refused']);
    expect(out).not.toContain('\u001b');
  });
});

describe('optimize apply', () => {
  it('makes a version with the evidence beside it, once, and moves no label', async () => {
    await bench.run(['prompt', 'label', 'triage', 'live', '1']);
    await run();
    const { code, out } = await optimize(['apply', 'latest']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^triage@2 is a new version, with the text of r2\. No label was moved\.\nOptimisation o\w{12}: r2 is better/,
      ),
    ]);
    expect((await bench.run(['prompt', 'show', 'triage@2'])).out).toContain('somebody is in danger');
    expect((await bench.run(['prompt', 'versions', 'triage', '--json'])).out).toContain(
      'r2 is better than the start',
    );
    expect((await bench.run(['prompt', 'show', 'triage@live', '--json'])).json()).toMatchObject({
      version: { number: 1 },
    });
    const again = await optimize(['apply', 'latest']);
    expect([again.code, again.out]).toEqual([
      0,
      expect.stringContaining('triage@2 has the text of r2 already.'),
    ]);
    expect((await optimize(['show', 'latest'])).out).toMatch(/applied +triage@2\n/);
  });

  it('refuses where nothing better was found, and what was not shown to be better unless it is forced', async () => {
    const dull = '{when: {contains: "# Improve the template"}, answer: "I would not change a word."}';
    await runBoth(dull);
    expect((await show()).optimization.result).toMatchObject({ chosen: 'start' });
    const none = await optimize(['apply', 'latest', '--force']);
    expect([none.code, none.err]).toEqual([4, expect.stringContaining('found nothing better')]);
    const other = await optimize(['apply', 'latest', '--candidate', 'b1']);
    expect([other.code, other.err]).toEqual([4, expect.stringContaining('not shown to be better')]);
    const forced = await optimize(['apply', 'latest', '--candidate', 'b1', '--force']);
    expect([forced.code, forced.out]).toEqual([0, expect.stringContaining('b1 was not what it chose.')]);
    const missing = await optimize(['apply', 'latest', '--candidate', 'z9', '--force']);
    expect([missing.code, missing.err]).toEqual([4, expect.stringContaining('no text "z9"')]);
  });

  it('refuses one that is not at its end, and a prompt that was changed meanwhile', async () => {
    await runWith('{when: {call: 30}, fault: auth}');
    const early = await optimize(['apply', 'latest']);
    expect([early.code, early.err]).toEqual([4, expect.stringContaining('has not come to its end')]);
    await run();
    await bench.run(['prompt', 'update', 'triage', '--text', 'Another: {{ ticket }}']);
    const late = await optimize(['apply', 'latest']);
    expect([late.code, late.err]).toEqual([4, expect.stringContaining('has a newer version by now')]);
    const forced = await optimize(['apply', 'latest', '--force']);
    expect([forced.code, forced.out]).toEqual([0, expect.stringContaining('triage@3 is a new version')]);
  });
});
