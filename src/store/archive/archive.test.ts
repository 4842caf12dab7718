import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { emptyStore, isServer } from '../../../test/fixtures/empty-store.js';
import { writeExecution } from '../../../test/fixtures/executions.js';
import { copyHalfDone } from '../../../test/fixtures/half-done-change.js';
import { writePrompt } from '../../../test/fixtures/prompts.js';
import { allRows, loadReleased, releasedSchemas } from '../../../test/fixtures/released-schema.js';
import { anAnswer, aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { shapedSecret, tellingPart } from '../../../test/fixtures/some-secrets.js';
import {
  filesIn,
  manifestIn,
  withLines,
  withManifest,
  writeFiles,
} from '../../../test/fixtures/tar-files.js';
import { checkStore } from '../check/check-store.js';
import type { StoredRow } from '../dialects/upkeep.js';
import { openStore, openStoreAsItIs } from '../open-store.js';
import { migrateTo } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { SecretRedaction } from './redact-row.js';
import type { TableRows } from './table-rows.js';
import { type RowSource, takeIn } from './take-in.js';
import { withSource } from './with-source.js';
import { writeArchive } from './write-archive.js';
import type { ArchiveRequest } from './write-contents.js';

const clock = { now: () => someTime };

let folder: string;
let file: string;
let store: Store;
const opened: Store[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-archive-'));
  file = join(folder, 'store.tar.gz');
  store = await another();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  rmSync(folder, { recursive: true });
});

async function another(): Promise<Store> {
  const one = await emptyStore(clock);
  opened.push(one);
  return one;
}

async function filled(): Promise<Store> {
  await loadReleased(store, SCHEMA_VERSION);
  return store;
}

const write = (given: Partial<ArchiveRequest> = {}, from = store) =>
  writeArchive(from.database, { file, at: someTime, ...given });

const read = (into: Store, keep: (() => Promise<string | null>) | null = null) =>
  withSource({ file, scratch: folder, clock }, (source) => takeIn(into, source, { clock, keep }));

describe('an archive', () => {
  it('holds every row, and another store has them all of it', async () => {
    const before = await allRows(await filled(), SCHEMA_VERSION);
    const manifest = await write();
    const other = await another();
    const { rows } = await read(other);
    expect(rows).toBe(Object.values(before).flat().length);
    expect(await allRows(other, SCHEMA_VERSION)).toEqual(before);
    expect(await checkStore(other, () => {})).toEqual([]);
    rmSync(file);
    expect(await write({}, other)).toEqual(manifest);
  });

  it('is a tar that others list, for its owner only, and says what is in it', async () => {
    await filled();
    const manifest = await write();
    const names = ['manifest.json', ...manifest.tables.flatMap(({ files }) => files.map(({ name }) => name))];
    const listed = spawnSync('tar', ['-tzf', file], { encoding: 'utf8' });
    expect(listed.stderr).toBe('');
    expect(listed.stdout.trim().split('\n').toSorted()).toEqual(names.toSorted());
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(manifestIn(filesIn(file))).toEqual(manifest);
    expect(manifest).toMatchObject({ version: 1, schema: SCHEMA_VERSION, secrets: 'kept' });
  });

  it('is never written over another file, and leaves nothing behind', async () => {
    writeFileSync(file, 'mine');
    await expect(write()).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await expect(write({ file: join(folder, 'none', 'x') })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout).toBe('store.tar.gz\n');
  });

  it('has pieces of a bearable size, and a row that is larger by itself', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    const large = randomBytes(9_000_000);
    const small = Array.from({ length: 5 }, () => randomBytes(3_000_000));
    for (const answer of [large, ...small]) await store.journal.receive(anAnswer(session.id, answer));
    const manifest = await write();
    const { files } = manifest.tables.find(({ name }) => name === 'orchestration_phases') ?? { files: [] };
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const { bytes, rows } of files) expect(rows === 1 || bytes <= 8_000_000).toBe(true);
    const other = await another();
    await read(other);
    const answers = await Promise.all(
      (await other.journal.attempts(session.id)).map(({ id, step }) =>
        step === 'process' ? other.journal.answer(id) : null,
      ),
    );
    expect(answers.some((answer) => answer !== null && Buffer.compare(answer, large) === 0)).toBe(true);
  });

  it.each(releasedSchemas)(
    'of schema %i is brought up to date as the store itself would be',
    async (schema) => {
      await migrateTo(store.database, store.location, 0, clock);
      await loadReleased(store, schema);
      expect((await write()).schema).toBe(schema);
      await migrateTo(store.database, store.location, SCHEMA_VERSION, clock);
      const other = await another();
      await read(other);
      expect(await allRows(other, SCHEMA_VERSION)).toEqual(await allRows(store, SCHEMA_VERSION));
      expect(await checkStore(other, () => {})).toEqual([]);
    },
  );

  it.runIf(isServer())('goes from a file to a server and back with every row as it was', async () => {
    const first = await openStore(join(folder, 'first.db'), clock);
    opened.push(first);
    await migrateTo(first.database, first.location, 0, clock);
    await loadReleased(first, SCHEMA_VERSION);
    const manifest = await write({}, first);
    const server = await another();
    await read(server);
    rmSync(file);
    expect(await write({}, server)).toEqual(manifest);
    const last = await openStore(join(folder, 'last.db'), clock);
    opened.push(last);
    await read(last);
    expect(await allRows(last, SCHEMA_VERSION)).toEqual(await allRows(first, SCHEMA_VERSION));
  });
});

describe.runIf(isServer())('a login that may not see every row', () => {
  const login = `t${process.pid}_${Date.now()}`;
  afterEach(async () => {
    await sql`drop owned by ${sql.ref(login)}`.execute(store.database);
    await sql`drop role ${sql.ref(login)}`.execute(store.database);
  });

  it('is refused an archive, instead of being given a part for the whole', async () => {
    await filled();
    const { rows } = await sql<{ place: string }>`select current_schema() as place`.execute(store.database);
    const place = rows[0]?.place ?? '';
    await sql`create role ${sql.ref(login)} login`.execute(store.database);
    await sql`grant usage on schema ${sql.ref(place)} to ${sql.ref(login)}`.execute(store.database);
    await sql`grant select on all tables in schema ${sql.ref(place)} to ${sql.ref(login)}`.execute(
      store.database,
    );
    const address = new URL(inject('server') ?? '');
    address.username = login;
    address.searchParams.set('schema', place);
    const theirs = await openStoreAsItIs(address.href);
    opened.push(theirs);
    await expect(write({}, theirs)).rejects.toMatchObject({ code: 'STORE_NOT_ALLOWED' });
    expect(existsSync(file)).toBe(false);
  });
});

describe('taking in', () => {
  it('makes what is new to be found, and counts on behind it', async () => {
    await writePrompt(store.promptJournal, { name: 'haystack', text: 'with a needle' });
    await writeExecution(store.executionJournal, { messages: [{ role: 'user', text: 'an awl' }] });
    await write();
    const other = await another();
    await read(other);
    const found = await other.executions.search({ text: 'awl', filter: {}, limit: 5 });
    expect(found).toHaveLength(1);
    await writeExecution(other.executionJournal);
    await writePrompt(other.promptJournal, { name: 'another' });
    expect(await checkStore(other, () => {})).toEqual([]);
    const [first, second] = (await allRows(other, SCHEMA_VERSION)).executions ?? [];
    expect(second?.[0]).toBe(Number(first?.[0]) + 1);
  });

  it('refuses a store that is not empty, and replaces it when that is wanted', async () => {
    await write();
    const other = await another();
    await writePrompt(other.promptJournal, { name: 'mine' });
    const before = await allRows(other, SCHEMA_VERSION);
    await expect(read(other)).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
    expect(await allRows(other, SCHEMA_VERSION)).toEqual(before);
    await filled();
    rmSync(file);
    await write();
    const taken = await read(other, async () => 'kept elsewhere');
    expect(taken.kept).toBe('kept elsewhere');
    expect(await allRows(other, SCHEMA_VERSION)).toEqual(await allRows(store, SCHEMA_VERSION));
    expect(await checkStore(other, () => {})).toEqual([]);
  });

  it('refuses a store that a newer program wrote', async () => {
    await write();
    const other = await another();
    const newer = { number: SCHEMA_VERSION + 1, name: 'later', applied_at: someTime.toISOString() };
    await other.database.insertInto('schema_migrations').values(newer).execute();
    await expect(read(other)).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    // The place is used again.
    await other.database.deleteFrom('schema_migrations').where('number', '=', newer.number).execute();
  });

  it('replaces a store that is full, too', async () => {
    await filled();
    await write();
    const other = await another();
    await read(other);
    await read(other, async () => null);
    expect(await allRows(other, SCHEMA_VERSION)).toEqual(await allRows(store, SCHEMA_VERSION));
    expect(await checkStore(other, () => {})).toEqual([]);
  });

  it.skipIf(isServer())('lets others read what was there until it is done, by the same indexes', async () => {
    await filled();
    await write();
    const other = await openStore(join(folder, 'other.db'), clock);
    await writeExecution(other.executionJournal);
    const reader = await openStoreAsItIs(other.location);
    opened.push(other, reader);
    const count = async () => {
      const { rows } = await sql<{ found: number }>`
        select count(*) as found from executions indexed by executions_by_time
      `.execute(reader.database);
      return rows[0]?.found;
    };
    const seen = new Set<number | undefined>();
    const taken = withSource({ file, scratch: folder, clock }, (source) =>
      takeIn(
        other,
        watched(source, async () => seen.add(await count())),
        { clock, keep: async () => null },
      ),
    );
    await expect(taken).resolves.toMatchObject({ kept: null });
    expect(seen).toEqual(new Set([1]));
    expect(await count()).toBe((await allRows(store, SCHEMA_VERSION)).executions?.length);
  });

  it.skipIf(isServer())(
    'takes a store as it was before a change that a killed process left half done',
    async () => {
      const whole = await openStore(join(folder, 'whole.db'), clock);
      const other = await another();
      opened.push(whole);
      await loadReleased(whole, SCHEMA_VERSION);
      const before = await allRows(whole, SCHEMA_VERSION);
      file = join(folder, 'left.db');
      await copyHalfDone(whole, file);
      await read(other);
      expect(await allRows(other, SCHEMA_VERSION)).toEqual(before);
    },
  );

  it('leaves everything as it was when what was there cannot be kept', async () => {
    await write();
    const other = await another();
    await writePrompt(other.promptJournal, { name: 'mine' });
    const before = await allRows(other, SCHEMA_VERSION);
    const full = () => Promise.reject(new Error('no room'));
    await expect(read(other, full)).rejects.toThrow('no room');
    expect(await allRows(other, SCHEMA_VERSION)).toEqual(before);
  });
});

/** A source in which somebody looks around whenever rows of it went in. */
function watched(source: RowSource, look: () => Promise<unknown>): RowSource {
  async function* looking(batches: TableRows['batches']): AsyncGenerator<readonly StoredRow[]> {
    for await (const batch of batches) {
      yield batch;
      await look();
    }
  }
  async function* rows(): AsyncGenerator<TableRows> {
    for await (const { table, batches } of source.rows()) yield { table, batches: looking(batches) };
  }
  return { name: source.name, rows };
}

describe('an archive that somebody altered', () => {
  const refused = async (code: string) => {
    const other = await another();
    await expect(read(other)).rejects.toMatchObject({ code, message: expect.stringContaining(file) });
    const rows = Object.values(await allRows(other, SCHEMA_VERSION)).flat();
    expect(rows).toEqual([]);
  };

  beforeEach(async () => {
    await filled();
    await write();
  });

  it('is refused wherever it was cut off', async () => {
    const whole = readFileSync(file);
    for (let length = 20; length < whole.length; length += Math.ceil(whole.length / 25)) {
      writeFileSync(file, whole.subarray(0, length));
      await expect(withSource({ file, scratch: folder, clock }, async () => {})).rejects.toMatchObject({
        code: 'ARCHIVE_DAMAGED',
      });
    }
    writeFileSync(file, whole.subarray(0, whole.length - 9));
    await refused('ARCHIVE_DAMAGED');
  });

  it('is refused wherever a byte is another', async () => {
    const whole = readFileSync(file);
    // The first bytes say when and where it was compressed, which is of no consequence.
    for (let at = 12; at < whole.length; at += Math.ceil(whole.length / 40)) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 0x55;
      writeFileSync(file, altered);
      await expect(withSource({ file, scratch: folder, clock }, async () => {})).rejects.toMatchObject({
        code: 'ARCHIVE_DAMAGED',
      });
    }
    await refused('ARCHIVE_DAMAGED');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('a letter to my aunt\n')],
    ['a compressed text', gzipSync('a letter to my aunt\n'.repeat(100))],
    ['zeros', gzipSync(Buffer.alloc(5000))],
  ])('is refused when it is %s instead', async (_, bytes) => {
    writeFileSync(file, bytes);
    await expect(read(store)).rejects.toMatchObject({
      code: expect.stringMatching(/ARCHIVE_(NOT_ONE|DAMAGED)/),
    });
  });

  it.each([
    [
      'a newer schema',
      'ARCHIVE_TOO_NEW',
      (manifest: { schema: number }) => Object.assign(manifest, { schema: 999 }),
    ],
    [
      'a newer form',
      'ARCHIVE_TOO_NEW',
      (manifest: object) => Object.assign(manifest, { version: 2, tables: 'x' }),
    ],
    [
      'another schema',
      'ARCHIVE_DAMAGED',
      (manifest: { schema: number }) => Object.assign(manifest, { schema: 1 }),
    ],
    ['more than there is', 'ARCHIVE_DAMAGED', (manifest: object) => Object.assign(manifest, { more: 1 })],
    ['no tables', 'ARCHIVE_DAMAGED', (manifest: object) => Object.assign(manifest, { tables: [] })],
  ])('is refused when its list tells of %s', async (_, code, change) => {
    withManifest(file, change);
    await refused(code);
  });

  it('is refused when it has a table or a column that there is not', async () => {
    withManifest(file, ({ tables }) =>
      tables.push({ name: 'sqlite_master', columns: ['sql'], rows: 0, files: [] }),
    );
    await refused('ARCHIVE_DAMAGED');
    rmSync(file);
    await write();
    withManifest(file, ({ tables }) => tables[0]?.columns.push('"; drop table prompts; --'));
    await refused('ARCHIVE_DAMAGED');
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'tables/prompts/../1.jsonl'])(
    'is refused with a file %s in it',
    async (name) => {
      const files = filesIn(file);
      writeFiles(file, [[name, Buffer.from('x')], ...files]);
      await refused('ARCHIVE_DAMAGED');
    },
  );

  it('is refused when it holds a link, or a file that claims to be enormous', async () => {
    const files = filesIn(file);
    for (const change of [
      (header: Buffer) => header.write('2', 156),
      (header: Buffer) => header.write('77777777777', 124),
    ]) {
      writeFiles(file, files);
      const tar = Buffer.from(spawnSync('gzip', ['-dc', file]).stdout);
      change(tar);
      const sum = tar
        .subarray(0, 512)
        .reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
      tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
      writeFileSync(file, gzipSync(tar));
      await refused('ARCHIVE_DAMAGED');
    }
  });

  it('is refused when a row is none of its table', async () => {
    for (const line of [
      '[]',
      '{}',
      'null',
      '["a","b","c",{"base64":"!"}]',
      'x',
      '["/x",1,"s",null]',
      '["/x","session","s",1.5]',
    ]) {
      rmSync(file);
      await write();
      withLines(file, 'active_choices', (lines) => [...lines, line]);
      await refused('ARCHIVE_DAMAGED');
    }
  });

  it('is refused when rows do not fit together: a name twice, or what belongs to nothing', async () => {
    withLines(file, 'active_choices', (lines) => [...lines, ...lines.slice(0, 1)]);
    await refused('ARCHIVE_DAMAGED');
    rmSync(file);
    await write();
    withLines(file, 'prompts', (lines) => lines.slice(1));
    await refused('ARCHIVE_DAMAGED');
  });
});

describe('an archive to give away', () => {
  const secret = shapedSecret(0);
  const key = shapedSecret(11);

  it('has a mark in the place of every credential, and checksums that fit', async () => {
    const session = aSession({ featureRequest: `Use ${secret}` });
    await store.journal.create(creationOf(session));
    await store.journal.receive(anAnswer(session.id, `An answer with ${secret} in it`));
    await writePrompt(store.promptJournal, { name: 'deploy', text: `Log in with\n${key}` });
    const id = await writeExecution(
      store.executionJournal,
      { messages: [{ role: 'user', text: `Try ${secret}` }], cacheKey: 'k' },
      { response: `It is ${secret}.` },
    );
    const redaction = new SecretRedaction(someTime);
    const manifest = await write({ redaction });
    expect(manifest.secrets).toBe('redacted');
    expect(redaction.found).toBeGreaterThanOrEqual(6);
    for (const content of filesIn(file).values()) {
      expect(content.includes(secret)).toBe(false);
      expect(content.includes(tellingPart(key))).toBe(false);
      expect(content.includes(Buffer.from(secret).toString('base64').slice(4, 20))).toBe(false);
    }
    const other = await another();
    await read(other);
    const [attempt] = (await other.journal.attempts(session.id)).filter(({ step }) => step === 'process');
    const answer = attempt && Buffer.from(await other.journal.answer(attempt.id));
    expect(answer?.toString()).toBe('An answer with [redacted: AWS access key] in it');
    expect(attempt?.size).toBe(answer?.length);
    expect(await other.executions.whole(id)).toMatchObject({ response: 'It is [redacted: AWS access key].' });
    expect((await allRows(other, SCHEMA_VERSION)).cache_entries).toEqual([]);
    expect(await checkStore(other, () => {})).toEqual([]);
  });

  it('is the same as one with everything where there is no credential', async () => {
    await filled();
    const { secrets: _, ...kept } = await write();
    rmSync(file);
    const { secrets, ...redacted } = await write({ redaction: new SecretRedaction(someTime) });
    expect([secrets, redacted]).toEqual(['redacted', kept]);
  });
});
