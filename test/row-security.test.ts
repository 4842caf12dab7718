import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executionsOf } from '../src/operations/execution/execution-records.js';
import * as operations from '../src/operations/index.js';
import { whereabouts } from '../src/operations/project/current-project.js';
import { openStoreAsItIs } from '../src/store/open-store.js';
import { covers } from '../src/store/role.js';
import { sharedTables } from '../src/store/row-security/row-security.js';
import { policiesAt } from '../src/store/row-security/rule-changes.js';
import { migrateTo } from '../src/store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../src/store/schema-version.js';
import { exampleText } from './cli/harness.js';
import {
  Company,
  OPEN,
  type Person,
  type PlaceName,
  people,
  places,
  staff,
} from './fixtures/access/company.js';
import { type Deed, promptsThere, rowsOf, signed, tableNeeds } from './fixtures/access/table-needs.js';
import { asOwner } from './fixtures/as-owner.js';
import { dataOf } from './fixtures/data-rows.js';
import { isServer } from './fixtures/empty-store.js';
import { writeExecution } from './fixtures/executions.js';
import { anExperiment } from './fixtures/experiments.js';
import { aCandidate, anOptimization, anOwner, someDataRows } from './fixtures/optimizations.js';
import { someTime } from './fixtures/sessions.js';

const policies = policiesAt(SCHEMA_VERSION);

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
  await operations.protectLabel(company.owner, { label: 'live' });
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
    // These belong to no project; each has a test of its own below.
    const others = ['active_choices', 'protected_labels', 'workers'];
    expect([...Object.keys(tableNeeds), ...others].toSorted()).toEqual(Object.keys(policies).toSorted());
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

  it.each(['production', 'live'])('moves a protected label as an admin only: %s', async (label) => {
    const { rows } = await asOwner(company.store, (client) =>
      client.query(
        `select to_jsonb(l) as label, to_jsonb(m) as move
         from prompt_labels l join prompt_label_moves m on m.prompt_id = l.prompt_id and m.label = l.label
         where l.label = $2 and l.prompt_id in ${promptsThere}`,
        [projectOf.get('own'), label],
      ),
    );
    for (const deed of ['insert', 'update', 'delete'] as const) {
      expect(await tried('editor', deed, 'prompt_labels', rows[0].label)).toBe(false);
      expect(await tried('admin', deed, 'prompt_labels', rows[0].label)).toBe(true);
    }
    expect(await tried('editor', 'insert', 'prompt_label_moves', rows[0].move)).toBe(false);
    expect(await tried('admin', 'insert', 'prompt_label_moves', rows[0].move)).toBe(true);
  });

  it.each([
    ['deletes', `deleted_at = '2026-11-20T10:00:00.000Z'`],
    ['renames', `name = 'other'`],
    ['moves', `project_id = (select id from projects where name = '${OPEN}')`],
  ])('%s what carries a protected label as an admin only', async (_, change) => {
    const carrying = `update prompts set ${change} where project_id = $1 and name = 'secret-own'`;
    const own = [projectOf.get('own')];
    expect(await attempted('editor', carrying, own)).toBe(false);
    expect(await attempted('admin', carrying, own)).toBe(true);
    expect(await attempted('editor', carrying.replace('secret-own', 'secret-own-too'), own)).toBe(true);
    const description = carrying.replace(change, `description = 'Else'`);
    expect(await attempted('editor', description, own)).toBe(true);
  });

  it('protects labels as an admin of the store only', async () => {
    for (const person of people) {
      const isChief = staff[person].global === 'admin';
      expect(await attempted(person, `insert into protected_labels values ('else')`)).toBe(isChief);
      expect(await attempted(person, `delete from protected_labels where label = 'live'`)).toBe(isChief);
      expect(await attempted(person, `select 1 from protected_labels where label = 'live'`)).toBe(true);
    }
  });

  it('has in use what it chose itself, and what was chosen before there were logins', async () => {
    const choose = `insert into active_choices values ($1, '/shop', 'session', 's2', '2026-11-20T10:00:00.000Z')`;
    await asOwner(company.store, (client) =>
      client.query(
        `insert into active_choices select login, '/shop', 'session', 's1', '2026-11-20T09:00:00.000Z'
         from unnest(array['', $1, $2]) as login`,
        [company.login('editor'), company.login('admin')],
      ),
    );
    const seen = await clients.get('editor')?.query('select login from active_choices order by login');
    expect(seen?.rows).toEqual([{ login: '' }, { login: company.login('editor') }]);
    expect(await attempted('reader', choose, [company.login('reader')])).toBe(true);
    expect(await attempted('reader', choose, [company.login('outsider')])).toBe(false);
    const others = `update active_choices set chosen = 's3' where login = $1`;
    expect(await attempted('editor', others, [company.login('editor')])).toBe(true);
    expect(await attempted('editor', others, [company.login('admin')])).toBe(false);
  });

  it('has its role in the runs of workflows', async () => {
    const { rows } = await asOwner(company.store, (client) =>
      client.query(`select to_jsonb(r) as row from runs r where kind = 'workflow' and project_id = $1`, [
        projectOf.get('own'),
      ]),
    );
    for (const person of people) {
      const [reads, edits] = [covers(staff[person].own, 'reader'), covers(staff[person].own, 'editor')];
      expect([person, await tried(person, 'select', 'runs', rows[0].row)]).toEqual([person, reads]);
      for (const deed of ['insert', 'update', 'delete'] as const)
        expect([person, deed, await tried(person, deed, 'runs', rows[0].row)]).toEqual([person, deed, edits]);
    }
  });

  it('sees who works, and works in no name but its own', async () => {
    const begin = `insert into workers values ($2, 'here', 1, 'monday', 'running', 0, '1', $1, '2026', '2026')`;
    for (const person of people) {
      const [own, other] = [company.login(person), 'somebody else'];
      expect(await attempted(person, begin, [own, `k${person}`])).toBe(true);
      expect(await attempted(person, begin, [other, `k${person}`])).toBe(false);
      expect(await attempted(person, 'delete from workers')).toBe(false);
    }
    expect(await attempted('reader', 'select 1 from workers limit 1')).toBe(true);
  });

  it('searches only where it was let in', async () => {
    const { rows } = await asOwner(company.store, (client) =>
      client.query(
        `select proname as name, has_function_privilege('public', oid, 'execute') as open, proconfig as settings
         from pg_proc where pronamespace = current_schema()::regnamespace and prosecdef order by proname`,
      ),
    );
    expect(rows.filter(({ open }) => open).map(({ name }) => name)).toEqual([
      'closed_to',
      'global_permits',
      'session_permits',
    ]);
    const last = expect.arrayContaining([expect.stringMatching(/^search_path=.+, pg_temp$/)]);
    expect(rows.map(({ settings }) => settings)).toEqual(rows.map(() => last));
  });

  it('cannot put members of its own before those that count', async () => {
    const client = clients.get('outsider');
    await client?.query('begin');
    await client?.query('create temporary table project_members (project_id text, login text, role text)');
    await client?.query(`insert into project_members values (null, session_user, 'admin')`);
    await client?.query('grant select on project_members to public');
    const seen = await client?.query(`select 1 from projects where name = 'shop'`);
    const found = await client?.query(`select find_prompt_names('{}', array['secret-own'], 9)`);
    await client?.query('rollback');
    expect([seen?.rows, found?.rows]).toEqual([[], []]);
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
    await expectSearches(seen);
    expect(Object.keys((await seen('select * from audit_marks limit 1'))[0])).toEqual(['number', 'hash']);
    expect(Object.keys((await seen('select * from closed_places limit 1'))[0])).toEqual(['project_id']);
  });

  it.each([SCHEMA_VERSION - 1, SCHEMA_VERSION])(
    'finds the same when the store went to schema %i',
    async (schema) => {
      const store = await openStoreAsItIs(company.store);
      await migrateTo(store.database, store.location, schema, { now: () => someTime });
      await store.close();
      const client = clients.get('outsider');
      await expectSearches(async (statement) => (await client?.query(statement))?.rows ?? []);
    },
  );
});

/** That the outsider finds what is in its own place, and nothing of another. */
async function expectSearches(seen: (statement: string) => Promise<readonly unknown[]>): Promise<void> {
  for (const call of searches('own')) expect([call, await seen(`select ${call}`)]).toEqual([call, []]);
  for (const call of searches('other')) {
    expect([call, (await seen(`select ${call}`)).length]).toEqual([
      call,
      expect.toSatisfy((count) => count > 0),
    ]);
  }
}

/** What finds something that only those may know who read in a place. */
function searches(place: PlaceName): string[] {
  return [
    `find_prompt_words('secret${place}', 9)`,
    `find_prompt_parts('{}', array['secret${place}'], 9)`,
    `find_prompt_names('{}', array['secret-${place}'], 9)`,
    `find_execution_words('this <-> in <-> ${place}', 9)`,
  ];
}

/** Puts at least one row of everything into a place. */
async function fill(place: PlaceName): Promise<void> {
  const app = await company.app('owner', place);
  const global = place === 'global';
  const name = `secret-${place}`;
  const text = { text: operations.fromLibrary(`secret${place}`) };
  const { prompt } = await operations.createPrompt(app, { name, content: text, tags: ['daily'], global });
  for (const label of ['staging', 'production', 'live']) {
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
  await operations.runBatch(app, { prompt: prompt.id, model: 'fake', rows: dataOf({ row: place }) });
  const flow = {
    name: `flow-${place}.yaml`,
    bytes: Buffer.from(`name: flow-${place}\nsteps: [{name: a, template: Hi.}]\n`),
  };
  await operations.createWorkflow(app, { file: flow, global });
  await operations.runWorkflow({ ...app, follow }, { workflow: { named: `flow-${place}` } });
  await writeExperiment(place);
  await writeOptimization(place);
  await operations.grantRole(company.owner, {
    login: 'somebody',
    role: 'reader',
    project: { own: 'shop', other: 'bank', global: undefined }[place],
    global,
  });
}

/** An experiment with all that an experiment can have. */
async function writeExperiment(place: PlaceName): Promise<void> {
  const app = await company.app('owner', place);
  const { project } = await whereabouts(app);
  const experiment = anExperiment({ project: project?.id ?? null });
  await executionsOf(app).experiments.create(experiment);
  await asOwner(company.store, async (client) => {
    const of = [experiment.id];
    await client.query(`insert into experiment_assignments values ($1, 's1', 1, 0, '2026')`, of);
    await client.query(
      `insert into experiment_observations values ($1, 1, 's1', 1, 1, 0.5, null, null, '2026')`,
      of,
    );
  });
}

/** An optimisation with all that an optimisation can have. */
async function writeOptimization(place: PlaceName): Promise<void> {
  const app = await company.app('owner', place);
  const { project } = await whereabouts(app);
  const optimization = anOptimization({ project: project?.id ?? null });
  const { optimizationJournal, executionJournal } = executionsOf(app);
  await optimizationJournal.create(optimization, someDataRows(1));
  await optimizationJournal.putCandidate(optimization.id, aCandidate());
  await optimizationJournal.take(optimization.id, anOwner, null, someTime);
  const question = { optimization: optimization.id, key: 'k', row: 1, owner: anOwner };
  await writeExecution(executionJournal, { project: optimization.project, place: question });
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
  const column = signed[table];
  const own =
    asOneself && column !== undefined && deed === 'insert'
      ? { ...row, [column]: company.login(person) }
      : row;
  return attempted(person, statements(deed, table, column), [JSON.stringify(own)]);
}

/** Tries a statement on one row, and takes it back. */
async function attempted(person: Person, statement: string, values: unknown[] = []): Promise<boolean> {
  const client = clients.get(person);
  if (client === undefined) throw new Error(`${person} is not connected`);
  await client.query('begin');
  try {
    const { rowCount } = await client.query(statement, values);
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
    batches: 'model',
    batch_items: 'status',
    batch_executions: 'ambiguous',
    workflows: 'name',
    experiments: 'name',
    experiment_variants: 'name',
    experiment_metrics: 'name',
    experiment_assignments: 'chosen',
    experiment_observations: 'value',
    optimizations: 'model',
    optimization_rows: 'expected',
    optimization_candidates: 'origin',
    optimization_calls: 'key',
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
