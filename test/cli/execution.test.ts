import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import {
  aCall,
  anEndedCall,
  anExecution,
  noCeilings,
  tokens,
  writeExecution,
} from '../fixtures/executions.js';
import { minutesLater } from '../fixtures/sessions.js';
import { example, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(async () => {
  bench = new Workbench();
  bench.time = minutesLater(60);
  await bench.run(['project', 'create', 'shop']);
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStoreAsItIs(bench.db);
  return work(store).finally(() => store.close());
}

type Given = Parameters<typeof writeExecution>[1];
type End = Parameters<typeof writeExecution>[2];
const write = (given: Given = {}, end: End = {}) =>
  inStore(({ executionJournal }) => writeExecution(executionJournal, given, end));

const listed = async (line: string) => {
  const { executions } = (await run(`${line} --json`)).json<{ executions: { id: string }[] }>();
  return executions.map(({ id }) => id);
};

/** Two good ones and a failed one, the newest first. */
async function three() {
  const failed = await write(
    { at: minutesLater(1), model: 'ollama:qwen3' },
    {
      status: 'failed',
      response: null,
      problem: { code: 'rate-limited', message: 'Not now (429).' },
      at: minutesLater(1),
    },
  );
  const asked = await write(
    {
      at: minutesLater(2),
      messages: [
        { role: 'system', text: 'Be brief.' },
        { role: 'user', text: 'What does a login page need?' },
      ],
      parameters: { temperature: 0.2, providerOptions: { reasoningEffort: 'low' } },
    },
    { usage: tokens(1200, 300), cost: 4_200_000, response: 'A form.\nA session.\n', latencyMs: 3100 },
  );
  const prompted = await write(
    { at: minutesLater(3), prompt: { version: null, reference: 'team/review@3' } },
    { response: 'A form.\nA test.\n', latencyMs: 1000 },
  );
  return { prompted, asked, failed };
}

describe('execution list', () => {
  it('says who was asked what, when, and what came of it', async () => {
    const { prompted, asked, failed } = await three();
    const { out } = await run('execution list', { terminal: true });
    const lines = out.trimEnd().split('\n');
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(lines[1]).toMatch(new RegExp(`^${prompted}  57 min ago  team/review@3 +gpt-5-mini +\\? +1 s$`));
    expect(lines[2]).toMatch(new RegExp(`^${asked}  58 min ago .* 1.5k  \\$0.0042  3.1 s$`));
    expect(lines[3]).toMatch(new RegExp(`^${failed}  59 min ago .* failed$`));
  });

  it('goes from page to page by a cursor, whatever is added meanwhile', async () => {
    const { prompted, asked, failed } = await three();
    const first = (await run('execution list --limit 2 --json')).json<{ cursor: string; total: number }>();
    await write({ at: minutesLater(30) });
    expect(first).toMatchObject({ total: 3, executions: [{ id: prompted }, { id: asked }] });
    const second = await run(`execution list --limit 2 --cursor ${first.cursor} --json`);
    expect(second.json()).toMatchObject({ cursor: null, executions: [{ id: failed }] });
    expect((await run('execution list --limit 1')).out).toMatch(
      /\n1 of 4 executions\. The next page:\n--cursor \S+\n$/,
    );
    expect(await run('execution list --cursor 7')).toMatchObject({ code: 2 });
  });

  it('narrows by model, state, kind, time and alias', async () => {
    const { prompted, asked, failed } = await three();
    expect(await listed('execution list --model ollama:qwen3')).toEqual([failed]);
    expect(await listed('execution list --status succeeded')).toEqual([prompted, asked]);
    expect(await listed('execution list --kind pasted')).toEqual([]);
    expect(await listed('execution list --until 2026-03-01T10:01:30Z')).toEqual([failed]);
    expect(await listed('execution list --since 2026-03-01T10:02:30Z')).toEqual([prompted]);
    await inStore(({ modelAliases }) =>
      modelAliases.set({
        name: 'small',
        project: null,
        target: 'ollama:qwen3',
        actor: 'ada',
        at: minutesLater(1),
      }),
    );
    expect(await listed('execution list --model small')).toEqual([failed]);
    expect((await run('execution list --kind agent')).out).toBe(
      'No execution is like this.\nNext: prompt-runner execution list\n',
    );
  });

  it('names what is missing: a prompt, a session, a project', async () => {
    expect((await run('execution list --prompt nothing')).code).toBe(3);
    expect((await run('execution list --session nothing')).code).toBe(3);
    expect((await run('execution list --project nothing')).code).toBe(3);
  });

  it('tells that a running one may be on its way or not', async () => {
    await inStore(({ executionJournal }) => executionJournal.begin(anExecution(), aCall(), noCeilings));
    const { out } = await run('execution list --status running');
    expect(out).toContain('  running\n');
    expect(out).toContain('nobody knows how it ended');
  });

  it('lists an answer that was pasted into a session', async () => {
    await run(`orchestrate plan --file ${example('request.md')}`);
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    const session = (await run('orchestrate status --json')).json<{ session: { id: string } }>().session.id;
    const [pasted] = await listed(`execution list --kind pasted --session ${session}`);
    expect((await run(`execution show ${pasted} --raw`)).out).toBe(
      readFileSync(example('planning-answer.md'), 'utf8'),
    );
    const page = await run(`orchestrate show ${session}`);
    expect(page.out).toMatch(new RegExp(`\nExecution .*\n${pasted}  process  pasted +pasted\n`));
    expect((await run('execution rerun latest')).code).toBe(4);
  });

  it('has none for a session in a workspace without the database', async () => {
    await run(`orchestrate plan --workspace planning --file ${example('request.md')}`);
    await run(`orchestrate process --workspace planning --file ${example('planning-answer.md')}`);
    const shown = await run('orchestrate show --workspace planning --json');
    expect(shown.json()).toMatchObject({ executions: [] });
  });
});

describe('execution show', () => {
  it('finds an execution by its id, the beginning of it, and as the newest', async () => {
    const { prompted, asked } = await three();
    const shown = async (name: string) =>
      (await run(`execution show ${name} --json`)).json<{ execution: { id: string } }>().execution.id;
    expect(await shown(asked)).toBe(asked);
    expect(await shown(asked.slice(0, 9).toUpperCase())).toBe(asked);
    expect(await shown('latest')).toBe(prompted);
    expect(await run('execution show x')).toMatchObject({ code: 2 });
    const near = `${asked.slice(0, -1)}u`;
    expect((await run(`execution show ${near}`)).err).toContain(`Did you mean ${asked}?`);
    expect((await run(`execution show ${near}`)).code).toBe(3);
  });

  it('says that nothing is on record yet', async () => {
    expect(await run('execution show latest')).toMatchObject({ code: 3 });
    expect((await run('execution list')).out).toContain('Nothing was asked yet.\n');
  });

  it('shows facts, questions and answer; keys of a provider stay as they were written', async () => {
    const { asked } = await three();
    const { out } = await run(`execution show ${asked}`);
    expect(out).toContain('Settings   temperature 0.2, reasoningEffort "low"\n');
    expect(out).toContain(
      'Tokens     1,200 in (1 cached, 2 put into the cache), 300 out (3 of them reasoning)\n',
    );
    expect(out).toContain('Cost       $0.0042\n');
    expect(out).toMatch(
      /── system ─+\nBe brief.\n\n── user ─+\nWhat does a login page need\?\n\n── answer ─+\nA form\./,
    );
    const { execution } = (await run(`execution show ${asked} --json`)).json<{ execution: object }>();
    expect(execution).toMatchObject({
      cost: 0.0042,
      parameters: { temperature: 0.2, provider_options: { reasoningEffort: 'low' } },
    });
  });

  it('prints the answer alone, or the messages alone, and no two things', async () => {
    const { asked, failed } = await three();
    expect((await run(`execution show ${asked} --raw`)).out).toBe('A form.\nA session.\n');
    expect((await run(`execution show ${asked} --messages`)).out).toMatch(
      /^── system ─+\nBe brief.\n\n── user/,
    );
    expect(await run(`execution show ${failed} --raw`)).toMatchObject({ code: 3, out: '' });
    expect(await run(`execution show ${asked} --raw --messages`)).toMatchObject({ code: 2 });
  });

  it('shortens long texts, and says how to see them whole', async () => {
    await write({}, { response: Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n') });
    const short = (await run('execution show latest')).out;
    expect(short).toContain('line 11\n… 18 more lines (--full)\n');
    expect(short).not.toContain('line 12\n');
    expect((await run('execution show latest --full')).out).toContain('line 29\n');
  });

  it('tells of each call what went wrong, and how long was waited', async () => {
    const execution = anExecution();
    await inStore(async ({ executionJournal }) => {
      const fault = { fault: 'overloaded', httpStatus: 503, message: 'Too busy.' } as const;
      await executionJournal.begin(execution, aCall(), noCeilings);
      const next = aCall({ number: 2, waitedMs: 1500 });
      await executionJournal.next(execution, anEndedCall({ status: 'failed', ...fault }), next, noCeilings);
    });
    const { out } = await run('execution show latest');
    expect(out).toContain('running, or its process is gone');
    expect(out).toMatch(/ 1 +0 ms +\? {2}overloaded 503 {2}Too busy\.\n +2 {3}1\.5 s +running\n/);
  });

  it('never lets a control sequence reach a terminal', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[31m red';
    await write({ messages: [{ role: 'user', text: evil }], model: `fake:${evil}` }, { response: evil });
    for (const line of [
      'execution list',
      'execution show latest',
      'execution search red',
      'execution stats',
    ]) {
      const { out } = await run(line, { terminal: true });
      expect(out, line).toContain('red');
      expect(out, line).not.toContain('\u001b');
    }
  });
});

describe('execution compare', () => {
  it('puts facts beside each other, and shows which words differ', async () => {
    const { asked, prompted } = await three();
    const { out } = await run(`execution compare ${asked} ${prompted}`);
    expect(out).toMatch(/\nTime +3\.1 s +1 s\n/);
    expect(out).toContain('They were not asked the same.\n');
    expect(out).toContain(`- ${asked}\n+ ${prompted}\n  A form.\n- A session.\n+ A test.\n`);
    expect((await run(`execution compare ${asked} ${asked}`)).out).toContain('The answers are the same.\n');
  });
});

describe('execution stats', () => {
  it('sums up what is known, and counts what is not apart', async () => {
    await three();
    const { out } = await run('execution stats');
    expect(out).toMatch(/\nopenai:gpt-5-mini +2 +100% +1\.2k +300 +\$0\.0042 \+ \? +1 s +3\.1 s\n/);
    expect(out).toMatch(/\nollama:qwen3 +1 +0% +\? +\? +\? +100 ms +100 ms\n/);
    expect(out).toMatch(/\nall +3 +66% /);
    expect(out).toContain('Of 2 nobody knows the cost; it is not in the sums.\n');
    expect((await run('execution stats --json')).json()).toMatchObject({
      by: 'model',
      total: { executions: 3, cost: 0.0042, unknown_cost: 2, latency_p95_ms: 3100 },
    });
  });

  it.each(['prompt', 'day', 'project', 'status', 'session'])('groups by %s', async (by) => {
    await three();
    const { groups } = (await run(`execution stats --by ${by} --json`)).json<{ groups: { key: string }[] }>();
    const keys = {
      prompt: [null, 'team/review'],
      day: ['2026-03-01'],
      project: [null],
      status: ['succeeded', 'failed'],
      session: [null],
    };
    expect(groups.map(({ key }) => key)).toEqual(keys[by as keyof typeof keys]);
  });
});

describe('execution search', () => {
  it('finds words in questions and answers, and marks them', async () => {
    const { asked, prompted } = await three();
    const { out } = await run('execution search log session');
    expect(out).toContain(`${asked}  openai:gpt-5-mini · 58 min ago · 3.1 s\n`);
    expect(out).toContain('    answered: A form. A session.');
    expect(out).toContain('    asked: Be brief. What does a login page need?');
    expect(out).not.toContain(prompted);
    expect((await run('execution search nowhere')).out).toContain('No execution has all of this.\n');
  });
});

describe('execution export', () => {
  it('writes a document a line, with all that is on record', async () => {
    const { prompted, asked, failed } = await three();
    const { out } = await run('execution export -');
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ id }) => id)).toEqual([prompted, asked, failed]);
    expect(records[1]).toMatchObject({ answer: 'A form.\nA session.\n', parameters: { temperature: 0.2 } });
  });

  it('takes the format from the name of the file, which it does not write over', async () => {
    await three();
    expect((await run('execution export runs.csv --status failed')).out).toMatch(
      /^1 execution is in .*runs\.csv\n$/,
    );
    const [head, row] = readFileSync(join(bench.work, 'runs.csv'), 'utf8').split('\r\n');
    expect(head).toMatch(/^"id","created_at",.*,"question","answer"$/);
    expect(row).toContain('"failed"');
    expect(await run('execution export runs.csv')).toMatchObject({ code: 1 });
    expect((await run('execution export runs.csv --yes --json')).json()).toEqual({
      format: 'csv',
      executions: 3,
    });
  });

  it('lets no text out of its fence, and none become a formula', async () => {
    await write({}, { response: '=HYPERLINK("http://x")\n````\n# Not a heading' });
    const page = (await run('execution export - --format md')).out;
    expect(page).toContain('`````text\n=HYPERLINK("http://x")\n````\n# Not a heading\n`````\n');
    expect((await run('execution export - --format csv')).out).toContain(`"'=HYPERLINK(""http://x"")`);
  });

  it('goes on past one chunk, and leaves nothing out', async () => {
    await inStore(async ({ executionJournal }) => {
      for (let at = 0; at < 205; at++) await writeExecution(executionJournal, { at: minutesLater(at % 7) });
    });
    const { out } = await run('execution export -');
    expect(
      new Set(
        out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).id),
      ).size,
    ).toBe(205);
  });

  it('does not mix with --json on standard output', async () => {
    expect(await run('execution export - --json')).toMatchObject({ code: 2 });
  });
});

describe('execution prune', () => {
  it('counts first, asks, and removes what is old', async () => {
    const { prompted, asked } = await three();
    const line = 'execution prune --older-than 2026-03-01T10:02:30Z';
    expect((await run(`${line} --dry-run`)).out).toMatch(
      /^2 executions from before .* would be removed\.\n$/,
    );
    expect((await run(`${line} --failed --yes`)).out).toMatch(/^1 execution from .* is removed\.\n$/);
    expect(await listed('execution list')).toEqual([prompted, asked]);
    expect(await run(line)).toMatchObject({ code: 2, out: '' });
    expect((await run(`${line} --yes --json`)).json()).toMatchObject({ executions: 1, removed: true });
    expect(await listed('execution list')).toEqual([prompted]);
    expect(await run('execution prune --yes')).toMatchObject({ code: 2 });
  });

  it('keeps what belongs to sessions unless told otherwise, and pasted answers in any case', async () => {
    await run(`orchestrate plan --file ${example('request.md')}`);
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    const [pasted] = await listed('execution list');
    const line = 'execution prune --older-than 2099-01-01 --yes';
    await run(line);
    await run(`${line} --with-sessions`);
    expect(await listed('execution list')).toEqual([pasted]);
  });
});

describe('execution rerun', () => {
  it('asks the very same again, with its files, and never from the cache', async () => {
    writeFileSync(join(bench.work, 'script.yaml'), 'rules: [{answer: First., then: [{answer: Second.}]}]');
    const bytes = Buffer.from('a file');
    const original = await write({
      model: 'fake:script.yaml',
      messages: [
        { role: 'user', text: 'Look.', attachments: [{ name: 'a.txt', mediaType: 'text/plain', bytes }] },
      ],
      parameters: { seed: 7, temperature: 1 },
      cacheKey: 'a key',
    });
    const { out, code } = await run(`execution rerun ${original} --temperature 0`);
    expect([out, code]).toEqual(['First.\n', 0]);
    const { execution } = (await run('execution show latest --json')).json<{ execution: object }>();
    expect(execution).toMatchObject({
      rerun_of: original,
      answered_by: null,
      parameters: { seed: 7, temperature: 0 },
      messages: [{ text: 'Look.', attachments: [{ name: 'a.txt', media_type: 'text/plain', size: 6 }] }],
    });
  });

  it('asks another model, and prints one document with --json', async () => {
    const original = await write({ messages: [{ role: 'user', text: 'Say this.' }] });
    const { text, execution } = (await run(`execution rerun ${original} --model fake --json`)).json<{
      text: string;
      execution: object;
    }>();
    expect(text).toBe('Say this.');
    expect(execution).toMatchObject({ model: 'fake', rerun_of: original });
  });

  it('runs an agent only when somebody says so', async () => {
    writeFileSync(join(bench.work, 'agent.mjs'), "process.stdout.write('Done.')");
    const original = await write({ kind: 'agent', model: `exec:${process.execPath} agent.mjs` });
    const refused = await run(`execution rerun ${original}`);
    expect(refused).toMatchObject({ code: 4, out: '' });
    expect(refused.err).toContain(`prompt-runner execution rerun ${original} --yes`);
    expect(await listed('execution list')).toEqual([original]);
    expect((await run(`execution rerun ${original} --yes`)).out).toBe('Done.\n');
  });

  it('gives the tools back that look at a codebase, and refuses others', async () => {
    const known = await write({ model: 'fake', tools: ['list_files'] });
    expect((await run(`execution rerun ${known}`)).code).toBe(0);
    const { execution } = (await run('execution show latest --json')).json<{ execution: object }>();
    expect(execution).toMatchObject({ rerun_of: known, tools: ['list_files'] });
    const other = await write({ model: 'fake', tools: ['launch_rockets'] });
    expect(await run(`execution rerun ${other}`)).toMatchObject({ code: 4 });
  });
});
