import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { isServer, placeOn } from '../../../test/fixtures/empty-store.js';
import { writeExecution } from '../../../test/fixtures/executions.js';
import { writePrompt } from '../../../test/fixtures/prompts.js';
import { aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { openStoreAsItIs } from '../open-store.js';
import { migrateTo } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { checkStore, storeChecks } from './check-store.js';

const clock = { now: () => someTime };

let store: Store;
beforeEach(async () => {
  // Not one that others take over: what is broken here stays broken.
  const server = inject('server');
  store = await openStoreAsItIs(server === null ? ':memory:' : placeOn(server));
  await migrateTo(store.database, store.location, SCHEMA_VERSION, clock);
  await store.journal.create(creationOf(aSession()));
  await writePrompt(store.promptJournal, { name: 'review', labels: { production: 1 } });
  await writeExecution(store.executionJournal);
});
afterEach(() => store.close());

const findings = async () => (await checkStore(store, () => {})).map(({ says }) => says);

describe('checking a store', () => {
  it('finds nothing in a sound one, and says what it looks at', async () => {
    const looked: string[] = [];
    expect(await checkStore(store, (check) => looked.push(check))).toEqual([]);
    expect(looked).toEqual(storeChecks);
  });

  it('finds what is missing of tables, columns and indexes', async () => {
    await sql`drop table run_steps`.execute(store.database);
    await sql`alter table phase_ratings drop column note`.execute(store.database);
    await sql`drop index sessions_by_title`.execute(store.database);
    await sql`drop table ${sql.table(capabilitiesOf(store.database).search.promptParts.table)}`.execute(
      store.database,
    );
    expect(await findings()).toEqual([
      'The table run_steps is missing.',
      'The column phase_ratings.note is missing.',
      'The search index prompt_parts is missing.',
      'The index run_steps_by_execution is missing: what it is for takes long.',
      'The index sessions_by_title is missing: what it is for takes long.',
    ]);
  });

  it('finds rows that hang on nothing', async () => {
    await store.database.updateTable('prompts').set({ latest: 7 }).execute();
    await store.database.updateTable('prompt_labels').set({ version: 9 }).execute();
    expect(await findings()).toEqual([
      '1 row of prompts has no newest version.',
      '1 row of prompt_labels points to versions that are not there.',
    ]);
  });

  it.skipIf(isServer())('finds what a key should have kept whole', async () => {
    await sql`pragma foreign_keys = off`.execute(store.database);
    await sql`delete from orchestration_sessions`.execute(store.database);
    expect(await findings()).toEqual([
      '1 row of orchestration_phases belongs to orchestration_sessions that are not there (session_id).',
      '1 row of session_events belongs to orchestration_sessions that are not there (session_id).',
      '1 row of session_requests belongs to orchestration_sessions that are not there (session_id).',
    ]);
  });

  it('finds what searching does not', async () => {
    await sql`delete from prompt_words`.execute(store.database);
    await sql`delete from execution_words_due`.execute(store.database);
    expect(await findings()).toEqual([
      '1 prompt is missing in the search index.',
      '1 execution is missing in the search index.',
    ]);
  });

  it('finds that the audit log was changed', async () => {
    const subject = { kind: 'setting', id: null, name: 'actor' } as const;
    const entry = { at: someTime, actor: 'ada', action: 'setting.set', subject, before: null };
    await store.audit.append({ ...entry, after: 'b', note: null, forced: false });
    expect(await findings()).toEqual([]);
    await store.database.updateTable('audit_log').set({ actor: 'mallory' }).execute();
    expect(await findings()).toEqual([
      'The audit log was changed at 1 place: prompt-runner audit verify tells where.',
    ]);
  });

  it('looks at an older one as it should be, and says that it is', async () => {
    await migrateTo(store.database, store.location, 3, clock);
    const says = `The schema is at 3, and this prompt-runner needs ${SCHEMA_VERSION}: prompt-runner db upgrade.`;
    expect(await findings()).toEqual([says]);
    await sql`drop index prompt_tags_by_tag`.execute(store.database);
    expect(await findings()).toContain('The index prompt_tags_by_tag is missing: what it is for takes long.');
  });

  it('refuses a newer one', async () => {
    const later = { number: 99, name: 'later', applied_at: someTime.toISOString() };
    await store.database.insertInto('schema_migrations').values(later).execute();
    await expect(findings()).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
  });
});
