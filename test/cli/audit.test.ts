import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewAuditEntry } from '../../src/prompts/audit-entry.js';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  bench.time = new Date('2026-03-01T10:00:00Z');
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);
const makeStore = () => run('project list');

async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStoreAsItIs(bench.db);
  return work(store).finally(() => store.close());
}

const tamper = (edit: RawBuilder<unknown>) => inStore(({ database }) => edit.execute(database));

function anEntry(more: Partial<NewAuditEntry>): NewAuditEntry {
  return {
    at: new Date('2026-03-01T09:00:00Z'),
    actor: 'ada',
    action: 'prompt.version-added',
    subject: { kind: 'prompt', id: 't0123456789ab', name: 'support/greeting' },
    before: { version: 1 },
    after: { version: 2 },
    note: null,
    forced: false,
    ...more,
  };
}

/** A log of five entries: two by ada, and three by the tester. */
async function fill(): Promise<void> {
  await makeStore();
  await inStore(({ audit }) =>
    audit.append(
      anEntry({}),
      anEntry({
        action: 'label.moved',
        subject: { kind: 'label', id: 't0123456789ab', name: 'support/greeting@production' },
        forced: true,
      }),
    ),
  );
  for (const count of [1, 2, 3]) await run(`config set request.max_bytes ${count}`);
}

type Entry = {
  number: number;
  action: string;
  before: unknown;
  after: unknown;
  note: string | null;
  actor: string;
  subject: { kind: string; name: string };
};

async function listed(options = ''): Promise<Entry[]> {
  const { entries } = (await run(`audit list${options} --json`)).json<{ entries: Entry[] }>();
  return entries;
}

describe('audit list', () => {
  it('says who changed what, when, from what to what, the newest first', async () => {
    await fill();
    const { code, out } = await run('audit list');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[1]).toMatch(/^ {4}5 {2}setting\.set +request\.max_bytes +just now +tester$/);
    expect(lines[2]).toBe('       2 → 3');
    expect(lines[7]).toMatch(/^ {4}2 {2}label\.moved +support\/greeting@production +1 h ago +ada$/);
    expect(lines[8]).toBe('       forced: version 1 → 2');
    expect(out).toContain('Next: prompt-runner audit verify');
  });

  it.each([
    [' --kind prompt', [1]],
    [' --kind label', [2]],
    [' --subject support/greeting', [1]],
    [' --subject t0123456789ab', [2, 1]],
    [' --actor tester', [5, 4, 3]],
    [' --since 30m', [5, 4, 3]],
    [' --kind setting --limit 2', [5, 4]],
    [' --actor nobody', []],
  ])('narrows by%s', async (options, numbers) => {
    await fill();
    expect((await listed(options)).map(({ number }) => number)).toEqual(numbers);
  });

  it('says when there is more, and when there is nothing', async () => {
    expect((await run('audit list')).out).toBe('Nothing was changed yet.\n');
    await fill();
    expect((await run('audit list --limit 2')).out).toContain(
      'There are older ones. The next page:\n--cursor ',
    );
    expect((await run('audit list --actor nobody')).out).toBe(
      'No change is like this.\nNext: prompt-runner audit list\n',
    );
  });

  it('shows values whole with --json, under the keys that they were recorded with', async () => {
    await makeStore();
    const after = { maxTokens: 5, __proto__x: ['y'.repeat(5000)], nested: { minItems: 1 } };
    await inStore(({ audit }) => audit.append(anEntry({ before: null, after })));
    const [entry] = await listed();
    expect(entry?.after).toEqual(after);
    expect(entry?.before).toBeNull();
  });

  it('shows no credential, and no control sequence', async () => {
    await makeStore();
    const key = `AKIA${'AB3D'.repeat(4)}`;
    const subject = { kind: 'prompt', id: null, name: `a ${key}` } as const;
    const description = `\u001b]0;title\u0007\u001b[31mwith ${key}\nand more`;
    await inStore(({ audit }) =>
      audit.append(anEntry({ subject, before: { description: key }, after: { description }, note: key })),
    );
    const shown = await run('audit list', { terminal: true, env: { NO_COLOR: '1' } });
    expect(shown.out).toContain('[redacted: AWS access key]');
    const json = await run('audit list --json');
    for (const out of [shown.out, json.out]) {
      expect(out).not.toContain(key);
      expect(out).not.toContain('\u001b');
    }
  });

  it('goes on when an entry cannot be read any more, and says so', async () => {
    await fill();
    await tamper(sql`update audit_log set after = '{' where number in (3, 4)`);
    const { code, out, err } = await run('audit list');
    expect(code).toBe(0);
    expect(out).toContain('2 → 3');
    expect(err).toContain('Entries 4, 3 were changed from outside');
    expect((await run('audit list --json')).json()).toMatchObject({ unreadable: [4, 3] });
  });

  it('shows the log of the database, whatever workspace is worked in', async () => {
    await fill();
    const env = { PROMPT_RUNNER_WORKSPACE: 'planning' };
    expect((await run('audit list', { env })).out).toContain('request.max_bytes');
  });
});

describe('audit verify', () => {
  const lastOf = async () => {
    const { last } = (await run('audit verify --json')).json<{ last: { number: number; hash: string } }>();
    return `${last.number}:${last.hash}`;
  };

  it('finds a log unbroken, and tells what to note of it', async () => {
    await fill();
    const { code, out } = await run('audit verify');
    expect(code).toBe(0);
    expect(out).toContain('5 entries, unbroken.\n');
    expect(out).toContain(`The last: ${await lastOf()}\n`);
    expect(out).toContain(`Next: prompt-runner audit verify --expect ${await lastOf()}\n`);
  });

  it('finds an empty log unbroken', async () => {
    expect(await run('audit verify')).toMatchObject({ code: 0, out: '0 entries, unbroken.\n' });
  });

  it.each([
    ['an edit', sql`update audit_log set actor = 'eve' where number = 2`, 'Entry 2 was changed'],
    [
      'an edit that leaves no JSON',
      sql`update audit_log set after = '{' where number = 2`,
      'Entry 2 was changed',
    ],
    [
      'a removal in the middle',
      sql`delete from audit_log where number in (2, 3)`,
      'Entries 2 to 3 are missing',
    ],
    ['a removal at the beginning', sql`delete from audit_log where number = 1`, 'Entry 1 is missing'],
    [
      'a replaced hash',
      sql`update audit_log set previous_hash = ${'0'.repeat(64)} where number = 3`,
      'Entry 3 does not stand on the entry before',
    ],
    ['a number of its own', sql`update audit_log set number = -1 where number = 5`, '1 entry with numbers'],
  ])('finds %s', async (_, edit, says) => {
    await fill();
    await tamper(edit);
    const { code, out } = await run('audit verify');
    expect(code).toBe(1);
    expect(out).toContain('broken.\n');
    expect(out).toContain(says);
    expect(out).not.toContain('Next:');
    const json = await run('audit verify --json');
    expect(json.code).toBe(1);
    expect(json.json()).toMatchObject({ sound: false, next: null });
  });

  it('finds what was cut off from the end, for those who noted an entry', async () => {
    await fill();
    const noted = await lastOf();
    expect((await run(`audit verify --expect ${noted}`)).out).toContain('Entry 5 is there as you noted it.');
    await run('config set request.max_bytes 4');
    expect((await run(`audit verify --expect ${noted}`)).code).toBe(0);
    await tamper(sql`delete from audit_log where number >= 4`);
    expect((await run('audit verify')).code).toBe(0);
    const cut = await run(`audit verify --expect ${noted}`);
    expect(cut.code).toBe(1);
    expect(cut.out).toContain('3 entries, unbroken.\nEntry 5 is not there: the log ends at 3.\n');
  });

  it('finds a log that was written anew, for those who noted an entry', async () => {
    await fill();
    const noted = await lastOf();
    await tamper(sql`delete from audit_log`);
    for (const count of [5, 6, 7, 8, 9]) await run(`config set request.max_bytes ${count}`);
    expect((await run('audit verify')).code).toBe(0);
    const anew = await run(`audit verify --expect ${noted}`);
    expect(anew.code).toBe(1);
    expect(anew.out).toContain('Entry 5 has another hash than you noted');
  });

  it.each(['5', '5:abc', `0:${'a'.repeat(64)}`, `5:${'g'.repeat(64)}`, `5:${'a'.repeat(65)}`])(
    'refuses to expect %s',
    async (expected) => {
      const { code, err } = await run(`audit verify --expect ${expected}`);
      expect(code).toBe(2);
      expect(err).toContain('the number of an entry, a colon, and its hash');
    },
  );

  it('tells of the first hundred places, and how many more there are', async () => {
    await makeStore();
    await inStore(({ audit }) => audit.append(...Array.from({ length: 130 }, () => anEntry({}))));
    await tamper(sql`update audit_log set actor = 'eve'`);
    const { out } = await run('audit verify');
    expect(out.split('\n').filter((line) => line.includes('was changed'))).toHaveLength(100);
    expect(out).toContain('And 30 more.\n');
  });
});

describe('a change of a setting', () => {
  const userFile = () => join(bench.folder, '.config', 'prompt-runner', 'config.yaml');

  function editorWriting(text: string): Record<string, string> {
    const script = join(bench.folder, 'editor.sh');
    writeFileSync(script, `#!/bin/sh\ncat > "$1" <<'END'\n${text}\nEND\n`);
    chmodSync(script, 0o755);
    return { VISUAL: script };
  }

  it('is in the log with what stood in the file before and since', async () => {
    await makeStore();
    await run('config set prompt.protected_labels production,staging');
    await run('config set prompt.protected_labels none');
    await run('config set templates.stored false --in project');
    await run('config unset prompt.protected_labels');
    const kept = (await listed()).map(({ action, subject, before, after }) => [
      action,
      subject.name,
      before,
      after,
    ]);
    expect(kept.toReversed()).toEqual([
      ['setting.set', 'prompt.protected_labels', null, ['production', 'staging']],
      ['setting.set', 'prompt.protected_labels', ['production', 'staging'], []],
      ['setting.set', 'templates.stored', null, false],
      ['setting.unset', 'prompt.protected_labels', [], null],
    ]);
    const [last, project] = await listed();
    expect(last).toMatchObject({ actor: 'tester', note: userFile(), subject: { kind: 'setting' } });
    expect(project?.note).toBe(join(bench.work, '.prompt-runner.yaml'));
  });

  it('is in the log for each key that an edit changed, and for no other', async () => {
    await makeStore();
    await run('config set request.max_bytes 1');
    await run('config set answer.max_bytes 2');
    const text = 'request.max_bytes: 1\nactor: ada\nunknown: 5\nprompt: {protected_labels: [a]}';
    const { code, err } = await run('config edit', { env: editorWriting(text) });
    expect(code, err).toBe(0);
    const kept = (await listed(' --limit 3')).map(({ action, subject, before, after }) => [
      action,
      subject.name,
      before,
      after,
    ]);
    expect(kept.toReversed()).toEqual([
      ['setting.edited', 'actor', null, 'ada'],
      ['setting.edited', 'answer.max_bytes', 2, null],
      ['setting.edited', 'prompt.protected_labels', null, ['a']],
    ]);
  });

  it('is in the log when the edit left a value that makes no sense', async () => {
    await makeStore();
    const { code } = await run('config edit', { env: editorWriting('request.max_bytes: many') });
    expect(code).toBe(2);
    rmSync(userFile());
    expect(await listed()).toMatchObject([{ action: 'setting.edited', after: 'many' }]);
  });

  it('is in the log when the file that could not be read is mended', async () => {
    await makeStore();
    expect((await run('config edit', { env: editorWriting('actor: [ada') })).code).toBe(2);
    expect((await run('config edit', { env: editorWriting('actor: ada') })).code).toBe(0);
    const note = `${userFile()} (could not be read before)`;
    expect(await listed()).toMatchObject([{ before: null, after: 'ada', note }]);
  });

  it('that changes nothing is not in the log', async () => {
    await makeStore();
    await run('config set request.max_bytes 1');
    await run('config set request.max_bytes 1');
    await run('config edit');
    expect(await listed()).toHaveLength(1);
  });

  it('is in the log without the password of an address', async () => {
    await makeStore();
    await run('config set store postgres://ada:secret@host/db');
    const { out } = await run('audit list --json');
    expect(out).toContain('postgres://…@host/db');
    expect(out).not.toContain('secret');
    const raw = await inStore(({ database }) => database.selectFrom('audit_log').selectAll().execute());
    expect(JSON.stringify(raw)).not.toContain('secret');
  });

  it('goes into the store that is configured since', async () => {
    const other = join(bench.folder, 'other.db');
    await makeStore();
    await run(`project list --db ${other}`);
    await run(`config set store ${other}`, { env: { PROMPT_RUNNER_DB: '' } });
    expect(await listed()).toEqual([]);
    expect((await listed(` --db ${other}`))[0]).toMatchObject({ action: 'setting.set', after: other });
  });

  it('makes no store', async () => {
    const { code, err } = await run('config set request.max_bytes 1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(existsSync(bench.db)).toBe(false);
  });

  describe('that cannot be written into the log is made, with a warning', () => {
    const why = async (line: string, options = {}) => {
      const { code, err } = await run(line, options);
      expect(code).toBe(0);
      expect(err).toContain('The change is not in the audit log.');
      const json = (await run('config set answer.max_bytes 77 --json', options)).json<{
        warnings: string[];
      }>();
      expect(json.warnings).toEqual([expect.stringContaining('The change is not in the audit log.')]);
      return err;
    };

    it('because the store has an older schema, which stays', async () => {
      await makeStore();
      await run('db downgrade --yes');
      const before = (await run('db current')).out;
      expect(await why('config set request.max_bytes 1')).toMatch(
        /has schema \d+, and this program writes schema/,
      );
      expect((await run('db current')).out).toBe(before);
    });

    it('because the store is no database, which stays as it is', async () => {
      const file = join(bench.folder, 'notes.txt');
      writeFileSync(file, 'no database '.repeat(100));
      expect(await why('config set request.max_bytes 1', { env: { PROMPT_RUNNER_DB: file } })).toContain(
        'is not an SQLite database',
      );
    });

    it('because the store belongs to something else', async () => {
      await makeStore();
      await tamper(sql`drop table schema_migrations`);
      await tamper(sql`create table schema_migrations (version text)`);
      await why('config set request.max_bytes 1');
    });

    it('because its address is no file', async () => {
      const env = { PROMPT_RUNNER_DB: 'postgres://ada:secret@host/db' };
      const said = await why('config set request.max_bytes 1', { env });
      expect(said).toContain('postgres://…@host/db');
      expect(said).not.toContain('secret');
    });

    it('because a configuration file cannot be read, which may name another store', async () => {
      await makeStore();
      writeFileSync(join(bench.work, '.prompt-runner.yaml'), 'store: [a\n');
      expect(await why('config set request.max_bytes 1')).toContain('.prompt-runner.yaml cannot be read');
    });
  });

  it('is recorded all the same when another value makes no sense', async () => {
    await makeStore();
    writeFileSync(join(bench.work, '.prompt-runner.yaml'), 'answer: {max_bytes: many}\n');
    await run('config set request.max_bytes 1');
    writeFileSync(join(bench.work, '.prompt-runner.yaml'), '');
    expect(await listed()).toHaveLength(1);
  });
});
