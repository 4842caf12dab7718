import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { writeExecution } from '../fixtures/executions.js';
import { exampleText, Workbench } from './harness.js';

const KEY = `AKIA${'AB3D'.repeat(4)}`;
const MARK = '[redacted: AWS access key]';
const WORD = 'hunter2-of-the-customer';

let bench: Workbench;
beforeEach(async () => {
  bench = new Workbench();
  await bench.run(['project', 'create', 'shop']);
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

/** An execution with a key in what was asked and answered, and another secret in the answer. */
async function leak() {
  const store = await openStoreAsItIs(bench.db);
  const messages = [{ role: 'user', text: `Why does ${KEY} fail?` }] as const;
  const response = `${'x'.repeat(100)} ${KEY} is blocked, and ${WORD} is wrong.`;
  return writeExecution(store.executionJournal, { messages }, { response }).finally(() => store.close());
}

/** All that is in the files of the store, bytes as characters. */
const stored = () =>
  ['', '-wal']
    .map((ending) => {
      try {
        return readFileSync(bench.db + ending, 'latin1');
      } catch {
        return '';
      }
    })
    .join('');

describe('what looks like a credential', () => {
  it('is in no list, page, search, comparison or export, and is told of', async () => {
    const id = await leak();
    const lines = [
      'execution list',
      'execution list --json',
      'execution show latest',
      'execution show latest --json',
      'execution show latest --raw',
      'execution show latest --messages',
      'execution search blocked',
      'execution search fail --json',
      `execution compare ${id} ${id} --json`,
      'execution export -',
      'execution export - --format csv',
      'execution export - --format md',
    ];
    for (const line of lines) {
      const { out, err, code } = await run(line);
      expect(code, line).toBe(0);
      expect(out, line).toContain(MARK);
      expect(out + err, line).not.toContain(KEY.slice(0, 12));
    }
    const { out } = await run('execution show latest');
    expect(out).toContain(
      'It seems to hold credentials: AWS access key in the messages, AWS access key in the answer.\n',
    );
    expect(out).toContain(`Next: prompt-runner execution redact ${id}\n`);
  });

  it('is not cut in half where only the beginning of a text is shown', async () => {
    const store = await openStoreAsItIs(bench.db);
    const messages = [{ role: 'user', text: `${'y'.repeat(110)} ${KEY}` }] as const;
    await writeExecution(store.executionJournal, { messages }).finally(() => store.close());
    expect((await run('execution list --json')).out).not.toContain('AKIA');
  });
});

describe('execution redact', () => {
  it('says what it would remove, and changes nothing until somebody agrees', async () => {
    const id = await leak();
    const dry = await run('execution redact latest --dry-run --json');
    expect(dry.json()).toMatchObject({
      subject: { kind: 'execution', id },
      places: 2,
      kinds: [{ kind: 'AWS access key', places: 2 }],
      removed: false,
    });
    expect(await run('execution redact latest')).toMatchObject({ code: 2, out: '' });
    const no = await run('execution redact latest', { terminal: true, keys: ['n\r'] });
    expect(no).toMatchObject({ code: 1, out: '' });
    expect(stored()).toContain(KEY);
    expect((await run('audit list --json')).json()).toMatchObject({ entries: [] });
  });

  it('removes it from the store for good, on record', async () => {
    const id = await leak();
    const { out } = await run(`execution redact ${id} --yes --note rotated`);
    expect(out).toBe(
      `Removed: AWS access key (2 places), in 1 execution.\nNext: prompt-runner execution show ${id}\n`,
    );
    expect(stored()).not.toContain(KEY);
    const { entries } = (await run('audit list --kind execution --json')).json<{ entries: object[] }>();
    expect(entries).toMatchObject([{ action: 'execution.redacted', subject: { id }, note: 'rotated' }]);
    expect(JSON.stringify(entries)).not.toContain(KEY);
    expect((await run(`execution show ${id}`)).out).toMatch(/\nRedacted {3}just now\n/);
    const again = await run(`execution redact ${id} --yes`);
    expect(again.out).toMatch(/^Nothing of it is in execution/);
  });

  it('removes other texts that are given in a file or through a pipe, never as an argument', async () => {
    const id = await leak();
    writeFileSync(join(bench.work, 'secrets.txt'), `${WORD}\r\n\r\n`);
    const before = (await run(`execution redact ${id} --dry-run --file ${join(bench.work, 'secrets.txt')}`))
      .out;
    expect(before).toContain('given text (1 place)');
    const { out } = await run(`execution redact ${id} --yes --file -`, { stdin: `${WORD}\n` });
    expect(out).toContain('AWS access key (2 places), given text (1 place); 3 places in 1 execution.');
    expect(stored()).not.toContain(WORD);
    expect((await run(`execution show ${id} --raw`)).out).toContain(
      `${MARK} is blocked, and [redacted] is wrong.`,
    );
  });

  it('refuses a text that stands everywhere, and a note that holds one', async () => {
    const id = await leak();
    expect(await run(`execution redact ${id} --yes --file -`, { stdin: 'key\n' })).toMatchObject({ code: 2 });
    const noted = await run(`execution redact ${id} --yes --file - --note ${WORD}`, { stdin: WORD });
    expect(noted).toMatchObject({ code: 2 });
    expect(noted.err).not.toContain(WORD);
    expect(stored()).toContain(WORD);
  });

  it('removes it from the attempt of the session that it was pasted into', async () => {
    await run('orchestrate plan -', { stdin: 'Add a login page' });
    const answer = `${exampleText('planning-answer.md')}\nKey: ${KEY}\n`;
    await run('orchestrate process', { stdin: answer });
    expect(stored()).toContain(KEY);
    const { out } = await run('execution redact latest --yes');
    expect(out).toMatch(/^Removed: AWS access key \(\d places?\), in .*1 attempt\.\n/);
    expect(stored()).not.toContain(KEY);
    expect((await run('execution show latest --raw')).out).toContain(MARK);
  });

  it('takes one thing at a time, and needs to be told which', async () => {
    const id = await leak();
    expect(await run('execution redact --yes')).toMatchObject({ code: 2, out: '' });
    const both = await run(`execution redact ${id} --before 1h --yes`);
    expect(both).toMatchObject({ code: 2, out: '' });
    expect(both.err).toContain('Only one thing can be named at a time.');
    expect(stored()).toContain(KEY);
  });

  it('removes it from a session that no model was asked for', async () => {
    await run('orchestrate plan -', { stdin: `Add a login page with ${KEY}` });
    const [session] = (await run('orchestrate list-sessions --json')).json<{ sessions: { id: string }[] }>()
      .sessions;
    const { out } = await run(`execution redact --session ${session?.id} --yes`);
    expect(out).toMatch(/^Removed: AWS access key \(\d+ places\)/);
    expect(stored()).not.toContain(KEY);
  });

  it('does not find what is not there', async () => {
    expect(await run('execution redact x000000000000 --yes')).toMatchObject({ code: 3 });
  });
});
