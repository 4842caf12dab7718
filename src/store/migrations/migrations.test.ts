import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWorker, writeBatch } from '../../../test/fixtures/batches.js';
import {
  aCall,
  anEnd,
  anEndedCall,
  anExecution,
  noCeilings,
  writeExecution,
} from '../../../test/fixtures/executions.js';
import { anExperiment } from '../../../test/fixtures/experiments.js';
import { aCandidate, anOptimization, anOwner, someDataRows } from '../../../test/fixtures/optimizations.js';
import { writePrompt } from '../../../test/fixtures/prompts.js';
import { someRun } from '../../../test/fixtures/runs.js';
import { anAnswer, aProject, aSession, creationOf, someTime } from '../../../test/fixtures/sessions.js';
import { writeWorkflow } from '../../../test/fixtures/workflows.js';
import {
  newAttemptId,
  newExecutionId,
  newExperimentId,
  newProjectId,
  newPromptId,
  newPromptVersionId,
  newRunId,
  newSessionId,
  type SessionId,
} from '../../base/ids.js';
import type { Session } from '../../engine/session/session.js';
import type { NewAuditEntry } from '../../prompts/audit-entry.js';
import { parsePromptReference } from '../../prompts/prompt-reference.js';
import { openStore } from '../open-store.js';
import { migrateTo } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { migrations } from './index.js';

const clock = { now: () => someTime };

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', clock);
});
afterEach(() => store.close());

describe('the list of migrations', () => {
  it('numbers each by its place, and the last is the schema that programs expect', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    expect(SCHEMA_VERSION).toBe(migrations.length);
  });

  it('gives each a name of its own', () => {
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });
});

describe.each(migrations.map((migration) => [migration.number, migration.name] as const))(
  'migration %i, %s',
  (number) => {
    it('goes up, down and up again, with rows in the tables', async () => {
      await fill(store);
      await move(number);
      const whole = await schemaOf(store);
      await move(number - 1);
      const before = await schemaOf(store);
      await move(number);
      expect(await schemaOf(store)).toEqual(whole);
      await move(number - 1);
      expect(await schemaOf(store)).toEqual(before);
      await move(SCHEMA_VERSION);
      await fill(store);
      expect((await store.sessions.list({}, 'created', { limit: 10 })).length).toBeGreaterThan(0);
    });

    it('leaves every reference whole', async () => {
      await fill(store);
      await move(number - 1);
      await move(SCHEMA_VERSION);
      const { rows } = await sql`pragma foreign_key_check`.execute(store.database);
      expect(rows).toEqual([]);
    });

    const move = (target: number) => migrateTo(store.database, store.location, target, clock);
  },
);

describe('the rows that migrations are tried with', () => {
  it('are in every table', async () => {
    await fill(store);
    await sessionFromTemplate(store);
    const { rows } = await sql<{ name: string }>`
      select name from pragma_table_list where type in ('table', 'virtual') and name not like 'sqlite_%'
    `.execute(store.database);
    for (const { name } of rows) {
      const found = await sql`select 1 from ${sql.table(name)} limit 1`.execute(store.database);
      expect([name, found.rows.length]).toEqual([name, 1]);
    }
  });
});

describe('the empty schema', () => {
  it('has nothing but the ledger', async () => {
    await migrateTo(store.database, store.location, 0, clock);
    expect((await schemaOf(store)).map(({ name }) => name)).toEqual(['schema_migrations']);
  });
});

describe('sessions and the prompt library', () => {
  const move = (target: number) => migrateTo(store.database, store.location, target, clock);

  it('from before: keep their texts and the names of their templates', async () => {
    await move(2);
    const { id } = await fillSchema2(store);
    await move(SCHEMA_VERSION);
    const [attempt] = await store.journal.attempts(id);
    expect(attempt).toMatchObject({ template: 'builtin/orchestrator', source: null });
    const prompt = await store.journal.prompt(attempt?.id ?? newAttemptId());
    expect(prompt.messages).toEqual([{ role: 'user', text: 'Plan the old way.' }]);
    expect((await store.sessions.withIdPrefix(id))[0]).toMatchObject({ templates: {} });
  });

  it('taken down and up again: sessions keep their texts, and have forgotten their versions', async () => {
    const { id } = await sessionFromTemplate(store);
    const [before] = await store.journal.attempts(id);
    expect(before?.source?.versions).toHaveLength(1);
    await move(2);
    await move(SCHEMA_VERSION);
    const [after] = await store.journal.attempts(id);
    expect(after).toEqual({ ...before, source: null });
    expect(await store.prompts.list({}, 'name', { limit: 10 })).toEqual([]);
  });
});

/** A session as a program with schema 2 wrote it. */
async function fillSchema2({ database }: Store): Promise<{ id: SessionId }> {
  const id = newSessionId();
  const at = someTime.toISOString();
  const attempt = newAttemptId();
  const done = { state: 'done', attempt };
  const open = { state: 'open', attempt: null };
  const { process, analyze, implement, complete } = {
    process: open,
    analyze: open,
    implement: open,
    complete: open,
  };
  const steps = { plan: done, process, analyze, 'save-analysis': open, implement, complete };
  const state = JSON.stringify({ steps, closed: null, request: 1, parts: null });
  await sql`
    insert into orchestration_sessions
      (id, title, status, step, version, created_by, created_at, updated_at, state, feature_request)
    values (${id}, 'Old', 'planning', 'process', 1, 'ada', ${at}, ${at}, ${state}, 'Old')
  `.execute(database);
  await sql`
    insert into orchestration_phases
      (id, session_id, position, step, attempt, outcome, checksum, size, forced, template, started_at, prompt)
    values (${attempt}, ${id}, 1, 'plan', 1, 'issued', 'c', 17, 0, 'builtin/orchestrator', ${at},
      ${JSON.stringify([{ role: 'user', text: 'Plan the old way.' }])})
  `.execute(database);
  return { id };
}

function anEntry(): NewAuditEntry {
  const subject = { kind: 'setting', id: null, name: 'actor' } as const;
  return {
    at: someTime,
    actor: 'ada',
    action: 'setting.set',
    subject,
    before: null,
    after: 1,
    note: null,
    forced: false,
  };
}

/** A row in every table. */
async function fill(store: Store): Promise<void> {
  const { projects, journal, activeChoices, promptJournal, audit } = store;
  const project = aProject({ name: newProjectId() });
  await projects.insert(project);
  await store.protectedLabels.protect('staging', { actor: 'ada', at: someTime });
  await store.members.grant(project.id, { login: 'bob', role: 'reader' }, { actor: 'ada', at: someTime });
  const session = aSession({ project });
  await journal.create(creationOf(session));
  await journal.receive(anAnswer(session.id, 'an answer'));
  await activeChoices.choose('/home/ada/shop', 'session', session.id, someTime);
  await writePrompt(promptJournal, {
    project,
    tags: ['a'],
    texts: ['{% include "b" %}', 'c'],
    labels: { x: 1 },
  });
  await audit.append(anEntry());
  await fillExecutions(store, session.id);
  await fillBatches(store);
  await fillWorkflows(store);
  await fillExperiments(store);
  await fillOptimizations(store);
}

async function fillOptimizations({ optimizationJournal, executionJournal }: Store): Promise<void> {
  const optimization = anOptimization();
  await optimizationJournal.create(optimization, someDataRows(1));
  await optimizationJournal.putCandidate(optimization.id, aCandidate());
  await optimizationJournal.take(optimization.id, anOwner, null, someTime);
  const place = { optimization: optimization.id, key: 'a', row: 1, owner: anOwner };
  await writeExecution(executionJournal, { place });
}

async function fillExperiments({ experiments, database }: Store): Promise<void> {
  const experiment = anExperiment({ name: newExperimentId() });
  await experiments.create(experiment);
  const of = { experiment_id: experiment.id, variant: 1, unit: 's1', at: someTime.toISOString() };
  await database
    .insertInto('experiment_assignments')
    .values({ ...of, chosen: 0 })
    .execute();
  await database
    .insertInto('experiment_observations')
    .values({ ...of, metric: 1, repetition: 1, value: 0.5, divisor: null, execution_id: null })
    .execute();
}

async function fillWorkflows({ workflows, runs, executionJournal }: Store): Promise<void> {
  const { id: subject } = await writeWorkflow(workflows);
  const owner = { host: 'here', pid: 1, started: 'monday' };
  const inputs = { topic: 'tea' };
  const run = someRun({ kind: 'workflow', subject, version: 1, owner, inputs });
  await runs.create(run);
  const step = await runs.begin(run.id, owner, 'draft', someTime);
  const place = { run: run.id, try: step.position };
  await executionJournal.begin(anExecution({ place }), aCall(), noCeilings);
  const end = {
    status: 'done',
    at: someTime,
    output: null,
    result: 'Tea.',
    problem: null,
    gate: null,
  } as const;
  await runs.finish(run.id, owner, step.position, end);
  await runs.complete(run.id, owner, { text: 'Tea.' }, someTime);
}

async function fillBatches(store: Store): Promise<void> {
  const { id } = await writeBatch(store, 1);
  const worker = aWorker();
  await store.workers.register(worker);
  await store.batchJournal.claim(id, worker.id, 1, someTime);
  const place = { batch: id, position: 1, worker: worker.id, callsBefore: 0 };
  await store.executionJournal.begin(anExecution({ place }), aCall(), noCeilings);
}

async function fillExecutions(
  { executionJournal, executions, modelAliases, runs, ratings }: Store,
  session: SessionId,
): Promise<void> {
  const place = { session, step: 'process', part: null, attempt: null } as const;
  const attachments = [{ name: 'a', mediaType: 'text/plain', bytes: Uint8Array.of(97) }];
  const messages = [{ role: 'user', text: 'needle', attachments }] as const;
  const execution = anExecution({ place, messages, cacheKey: newExecutionId() });
  const use = { round: 1, call: { id: 'c', name: 'read', input: null }, text: 'x', failed: false };
  await executionJournal.begin(execution, aCall(), noCeilings);
  await executionJournal.finish(execution, anEndedCall({ toolUses: [use] }), anEnd());
  await executions.search({ text: 'needle', filter: {}, limit: 1 });
  await writeExecution(executionJournal);
  const by = { project: null, actor: 'ada', at: someTime } as const;
  await modelAliases.set({ name: 'fast', target: 'a:b', ...by });
  const rating = { phase: 'planning', rating: 3, note: null, actor: 'ada', at: someTime } as const;
  await ratings.add({ session, ...rating });
  const run = newRunId();
  await runs.create(someRun({ id: run, subject: session }));
  const owner = { host: 'here', pid: 1, started: 'monday' };
  await runs.take(run, owner, null, someTime);
  await runs.begin(run, owner, 'process', someTime);
}

/** A session whose prompt was made from a version of the library, which is also given. */
async function sessionFromTemplate({ journal, promptJournal, templates }: Store): Promise<Session> {
  const { name } = await writePrompt(promptJournal, { name: newPromptId(), text: 'Plan it.' });
  const reference = parsePromptReference(name);
  const version = (await templates.referred(reference, null))?.version?.id ?? newPromptVersionId();
  const source = { layer: 'global', checksum: 'c', note: null, versions: [version] } as const;
  const session = aSession({ templates: { analysis: 'team/analysis@3' } });
  const creation = creationOf(session);
  const prompt = { ...creation.issued.prompt, template: `${name}@1`, source };
  await journal.create({ ...creation, issued: { ...creation.issued, prompt } });
  return session;
}

async function schemaOf({ database }: Store): Promise<{ name: string; sql: string }[]> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where sql is not null order by name
  `.execute(database);
  return rows;
}
