import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as operations from '../src/operations/index.js';
import { covers } from '../src/store/role.js';
import { policies, sharedTables } from '../src/store/row-security/policies.js';
import { exampleText } from './cli/harness.js';
import {
  asOwner,
  Company,
  type Person,
  type PlaceName,
  people,
  places,
  staff,
} from './fixtures/access/company.js';
import { type Deed, promptsThere, rowsOf, signed, tableNeeds } from './fixtures/access/table-needs.js';
import { isServer } from './fixtures/empty-store.js';

const cells = Object.keys(rowsOf).flatMap((table) =>
  (table === 'projects' ? (['own', 'other'] as const) : places).map((place) => [table, place] as const),
);

let company: Company;
const projectOf = new Map<PlaceName, string | null>();
const clients = new Map<Person, Client>();

beforeAll(async () => {
  if (!isServer()) return;
  company = await Company.found();
  for (const place of places) await fill(place);
  await asOwner(company.store, (client) =>
    client.query('insert into execution_words_due select number from executions on conflict do nothing'),
  );
  const { projects } = await operations.listProjects(company.owner, {});
  projectOf.set('own', projects.find(({ name }) => name === 'shop')?.id ?? '');
  projectOf.set('other', projects.find(({ name }) => name === 'bank')?.id ?? '');
  projectOf.set('global', null);
  for (const person of people) clients.set(person, await connected(person));
}, 60_000);
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await company?.close();
});

describe.skipIf(!isServer())('a login with SQL of its own', () => {
  it('is told of every table what it may do', async () => {
    const open = ['active_choices'];
    expect([...Object.keys(tableNeeds), ...open].toSorted()).toEqual(Object.keys(policies).toSorted());
    const { rows } = await asOwner(company.store, (client) =>
      client.query<{ name: string; protected: boolean }>(
        `select relname as name, relrowsecurity as protected from pg_class
         where relnamespace = current_schema()::regnamespace and relkind = 'r'`,
      ),
    );
    expect(rows.filter((row) => !row.protected).map(({ name }) => name)).toEqual(['schema_migrations']);
    expect(rows.map(({ name }) => name).filter((name) => !(name in policies))).toEqual(['schema_migrations']);
    expect(sharedTables).toContain('schema_migrations');
  });

  it.each(cells)('has its role in %s, %s', async (table, place) => {
    const row = await aRow(table, place);
    const wrong: string[] = [];
    for (const person of people) {
      for (const deed of ['select', 'insert', 'update', 'delete'] as const) {
        const needed = tableNeeds[table]?.[deed];
        // New rows of projects are everybody's who may make projects.
        const wanted =
          table === 'projects' && deed === 'insert'
            ? covers(staff[person].global, 'editor')
            : needed !== undefined && covers(staff[person][place], needed);
        const done = await tried(person, deed, table, row);
        if (done !== wanted) wrong.push(`${person} ${deed}: ${done ? 'done' : 'refused'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('writes in no name but its own', async () => {
    for (const [table, column] of Object.entries(signed)) {
      const row = { ...(await aRow(table, 'own')), [column]: 'somebody else' };
      expect([table, await tried('admin', 'insert', table, row, false)]).toEqual([table, false]);
    }
  });

  it('moves a protected label as an admin only', async () => {
    const { rows } = await asOwner(company.store, (client) =>
      client.query(
        `select to_jsonb(t) as row from prompt_labels t where label = 'production' and prompt_id in ${promptsThere}`,
        [projectOf.get('own')],
      ),
    );
    for (const deed of ['insert', 'update', 'delete'] as const) {
      expect(await tried('editor', deed, 'prompt_labels', rows[0].row)).toBe(false);
      expect(await tried('admin', deed, 'prompt_labels', rows[0].row)).toBe(true);
    }
  });

  it('cannot take the last admin away', async () => {
    const client = clients.get('outsider');
    await expect(
      client?.query(`delete from project_members where project_id = $1`, [projectOf.get('other')]),
    ).rejects.toThrow('the last admin');
  });

  it('sees nothing of what others know by search, by views or by names', async () => {
    const client = clients.get('outsider');
    const seen = async (statement: string) => (await client?.query(statement))?.rows ?? [];
    expect(await seen(`select 1 from prompts where name like 'secret-own%'`)).toEqual([]);
    expect(await seen(`select 1 from prompt_words where words @@ 'secretown'::tsquery`)).toEqual([]);
    expect(await seen(`select 1 from projects where name = 'shop'`)).toEqual([]);
    expect(Object.keys((await seen('select * from audit_marks limit 1'))[0])).toEqual(['number', 'hash']);
    expect(Object.keys((await seen('select * from closed_places limit 1'))[0])).toEqual(['project_id']);
  });
});

/** Puts at least one row of everything into a place. */
async function fill(place: PlaceName): Promise<void> {
  const app = await company.app('owner', place);
  const global = place === 'global';
  const name = `secret-${place}`;
  const text = { text: operations.fromLibrary(`secret${place}`) };
  const { prompt } = await operations.createPrompt(app, { name, content: text, tags: ['daily'], global });
  for (const label of ['staging', 'production']) {
    await operations.moveLabel(app, { prompt: prompt.id, label });
  }
  const including = { text: operations.fromLibrary(`{% include "${name}" %}`) };
  await operations.createPrompt(app, { name: `${name}-too`, content: including, global });
  const follow = { signal: new AbortController().signal };
  const request = operations.fromLibrary(`Add a page to ${place}`);
  const fake = `fake:${import.meta.dirname}/fixtures/fake-planning.yaml`;
  const { session } = await operations.runSession(
    { ...app, follow },
    { request, model: fake, until: 'planning' },
  );
  await operations.ratePhase(app, { session: session.id, rating: 4 });
  const analysis = { text: operations.fromLibrary('Look. {{ feature_request }} {{ analysis_template }}') };
  await operations.addTemplate(app, { kind: 'analysis', content: analysis, global });
  await operations.issueAnalysis(app, { session: session.id });
  await operations.saveAnalysis(app, {
    session: session.id,
    answer: operations.fromLibrary(exampleText('analysis.md')),
  });
  await operations.setAlias(app, { name: 'quick', target: 'fake', scope: global ? 'all' : 'project' });
  await writeWhole(place);
  await operations.grantRole(company.owner, {
    login: 'somebody',
    role: 'reader',
    project: { own: 'shop', other: 'bank', global: undefined }[place],
    global,
  });
}

/** An execution with all that an execution can have. */
async function writeWhole(place: PlaceName): Promise<void> {
  const app = await company.app('owner', place);
  await operations.runPrompt(app, {
    text: operations.fromLibrary(`Read this in ${place}.`),
    model: 'fake',
    attachments: [{ name: 'a.txt', bytes: Buffer.from('x') }],
  });
  await operations.searchExecutions(app, { text: 'read' });
  await asOwner(company.store, (client) =>
    client.query(
      `insert into execution_tool_uses
       select id, 1, 1, 1, 0, '{}', 'x' from executions where kind = 'model' on conflict do nothing`,
    ),
  );
}

type Row = Record<string, unknown>;

async function aRow(table: string, place: PlaceName): Promise<Row> {
  const { rows } = await asOwner(company.store, (client) =>
    client.query(`select to_jsonb(t) as row from ${table} t where ${rowsOf[table]} limit 1`, [
      projectOf.get(place),
    ]),
  );
  if (rows[0] === undefined) throw new Error(`${table} has no row in ${place}`);
  return rows[0].row;
}

/** Tries something with a row, and takes it back. */
async function tried(
  person: Person,
  deed: Deed,
  table: string,
  row: Row,
  asOneself = true,
): Promise<boolean> {
  const client = clients.get(person);
  if (client === undefined) throw new Error(`${person} is not connected`);
  const column = signed[table];
  const own =
    asOneself && column !== undefined && deed === 'insert'
      ? { ...row, [column]: company.login(person) }
      : row;
  await client.query('begin');
  try {
    const { rowCount } = await client.query(statements(deed, table, column), [JSON.stringify(own)]);
    return rowCount === 1;
  } catch (error) {
    // The rules are asked before the keys: what is there already was allowed.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === '23505') return true;
    if (code === '42501') return false;
    throw error;
  } finally {
    await client.query('rollback');
  }
}

function statements(deed: Deed, table: string, column: string | undefined): string {
  const given = `jsonb_populate_record(null::${table}, $1::jsonb)`;
  const same = `(select to_jsonb(t)) = $1::jsonb`;
  switch (deed) {
    case 'select':
      return `select 1 from ${table} t where ${same}`;
    case 'insert':
      return `insert into ${table} select * from ${given}`;
    case 'update':
      return `update ${table} t set ${column === undefined ? firstColumn(table) : `${column} = session_user`} where ${same}`;
    case 'delete':
      return `delete from ${table} t where ${same}`;
  }
}

/** A column set to what it is: the rules are asked all the same. */
function firstColumn(table: string): string {
  const columns: Readonly<Record<string, string>> = {
    projects: 'name',
    orchestration_sessions: 'title',
    orchestration_phases: 'step',
    session_requests: 'text',
    session_events: 'kind',
    phase_prompt_versions: 'position',
    prompts: 'name',
    prompt_labels: 'version',
    prompt_tags: 'tag',
    prompt_references: 'name',
    prompt_search_entries: 'labels',
    prompt_words: 'words',
    prompt_parts: 'parts',
    executions: 'model',
    execution_attempts: 'status',
    execution_tool_uses: 'text',
    execution_attachments: 'name',
    execution_words: 'words',
    execution_words_due: 'number',
    orchestration_executions: 'step',
    phase_ratings: 'note',
    cache_entries: 'hits',
    model_aliases: 'target',
    runs: 'kind',
    run_steps: 'key',
  };
  const name = columns[table];
  if (name === undefined) throw new Error(`say a column of ${table}`);
  return `${name} = t.${name}`;
}

async function connected(person: Person): Promise<Client> {
  const address = new URL(company.address(person));
  const schema = address.searchParams.get('schema') ?? '';
  address.searchParams.delete('schema');
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query(`set search_path to ${client.escapeIdentifier(schema)}`);
  return client;
}
