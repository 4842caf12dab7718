import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBatch, aWorker, someItems, someProcess, someSettings } from '../../test/fixtures/batches.js';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { writeExecution } from '../../test/fixtures/executions.js';
import { anExperiment, anObservation, aVariant } from '../../test/fixtures/experiments.js';
import { aCandidate, anOptimization, anOwner, someDataRows } from '../../test/fixtures/optimizations.js';
import { someRun } from '../../test/fixtures/runs.js';
import { aSession, creationOf, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import type { BatchId, RunId } from '../base/ids.js';
import type { ExecutionRedaction } from './execution-redaction.js';
import type { RedactionSubject } from './redaction-reach.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { Store } from './store.js';
import { designOf, recordTables, type TableDesign } from './table-design.js';

const WORD = 'hunter-of-the-night';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const about = (subject: RedactionSubject): ExecutionRedaction => ({
  subject,
  texts: [WORD],
  actor: 'bob',
  at: minutesLater(9),
  note: null,
});
const redact = (subject: RedactionSubject) => store.executions.redact(about(subject));

/** What holds what people and models said. */
const said: Readonly<Record<string, readonly string[]>> = {
  batches: ['name', 'problem_message', 'settings'],
  batch_items: ['problem_message', 'input'],
  execution_attachments: ['bytes'],
  execution_attempts: ['message'],
  execution_tool_uses: ['call', 'text'],
  executions: ['problem_message', 'excerpt', 'details', 'warnings', 'messages', 'response', 'reasoning'],
  optimization_candidates: ['details', 'template'],
  optimization_rows: ['input', 'expected'],
  optimizations: ['problem_message', 'settings', 'start'],
  orchestration_phases: ['problem_message', 'prompt', 'result', 'answer'],
  orchestration_sessions: ['title', 'complexity', 'time_estimate', 'state', 'feature_request'],
  phase_ratings: ['note'],
  run_steps: ['output', 'problem_message', 'gate_comment', 'result'],
  runs: ['problem_message', 'settings', 'inputs', 'outputs'],
  session_events: ['before', 'after'],
  session_requests: ['text'],
};

/** Ids, times, names and words of the program, in tables of which other columns are redacted. */
const named: Readonly<Record<string, readonly string[]>> = {
  batches: [
    ...['project_id', 'prompt_version_id', 'prompt_reference', 'model', 'status', 'owner_host'],
    ...['owner_started', 'problem_code', 'actor', 'created_at', 'updated_at', 'finished_at'],
  ],
  batch_items: ['status', 'claimed_by', 'claimed_at', 'execution_id', 'problem_code'],
  execution_attachments: ['name', 'media_type', 'checksum'],
  execution_attempts: ['status', 'started_at', 'finished_at', 'request_id', 'fault'],
  executions: [
    ...[
      'id',
      'kind',
      'status',
      'project_id',
      'prompt_version_id',
      'prompt_reference',
      'model',
      'answered_model',
    ],
    ...['finish_reason', 'answered_by', 'rerun_of', 'problem_code', 'cache_key', 'actor', 'created_at'],
    ...['finished_at', 'redacted_at', 'parameters', 'response_schema', 'tools', 'price'],
  ],
  optimization_candidates: ['name', 'arm', 'origin', 'fate', 'parents'],
  optimization_rows: [],
  optimizations: [
    ...['project_id', 'prompt_version_id', 'prompt_reference', 'model', 'reflection_model', 'status'],
    ...['owner_host', 'owner_started', 'problem_code', 'applied_version_id', 'actor', 'created_at'],
    ...['updated_at', 'finished_at', 'result'],
  ],
  orchestration_phases: [
    ...[
      'step',
      'outcome',
      'input_method',
      'input_name',
      'checksum',
      'appended_to',
      'problem_code',
      'template',
    ],
    ...['started_at', 'finished_at', 'template_layer', 'template_checksum', 'template_note'],
  ],
  orchestration_sessions: [
    ...['feature_type', 'status', 'step', 'created_by', 'created_at', 'updated_at', 'completed_at'],
    ...['deleted_at', 'templates'],
  ],
  phase_ratings: ['actor', 'at'],
  run_steps: [
    ...['key', 'status', 'started_at', 'finished_at', 'problem_code', 'gate_checksum', 'gate_decision'],
    ...['gate_actor', 'gate_at', 'execution_id'],
  ],
  runs: [
    ...['kind', 'subject', 'status', 'owner_host', 'owner_started', 'problem_code', 'actor', 'created_at'],
    ...['updated_at', 'project_id', 'cancelled_at'],
  ],
  session_events: ['at', 'actor', 'kind', 'step', 'attempt'],
  session_requests: ['at', 'actor'],
};

/** Tables in which nothing is that was asked or answered, nor what was given for it. */
const elsewhere: ReadonlySet<string> = new Set([
  ...[
    'active_choices',
    'audit_log',
    'batch_executions',
    'cache_entries',
    'model_aliases',
    'optimization_calls',
    'orchestration_executions',
  ],
  ...['experiment_assignments', 'experiment_metrics', 'experiment_observations', 'experiment_variants'],
  ...['experiments'],
  ...['phase_prompt_versions', 'project_members', 'projects', 'prompt_label_moves', 'prompt_labels'],
  ...['prompt_references', 'prompt_tags', 'prompt_versions', 'prompts', 'protected_labels', 'workers'],
  ...['workflow_versions', 'workflows'],
]);

function textColumns({ columns, key, references }: TableDesign): string[] {
  const found = new Set([...key, ...references.map(({ column }) => column)]);
  return columns.flatMap(({ name, type }) =>
    type === 'integer' || type === 'real' || found.has(name) ? [] : [name],
  );
}

describe('the columns of the store', () => {
  it('are all known to be redacted or to hold no secrets', async () => {
    const tables = recordTables(await designOf(SCHEMA_VERSION));
    const redacted = tables.filter(({ name }) => !elsewhere.has(name));
    const known = (name: string) => [...(said[name] ?? []), ...(named[name] ?? [])].sort();
    expect(Object.fromEntries(redacted.map((table) => [table.name, textColumns(table).sort()]))).toEqual(
      Object.fromEntries(redacted.map(({ name }) => [name, known(name)])),
    );
    expect(Object.keys(said).sort()).toEqual(redacted.map(({ name }) => name).sort());
  });
});

/** JSON with the text in it, as it is in a column. */
const planted: Readonly<Record<string, unknown>> = {
  'batches.settings': {
    repeat: 1,
    question: {
      system: WORD,
      values: { a: { from: 'word', text: WORD }, b: { from: 'data', value: [WORD] } },
    },
  },
  'batch_items.input': { a: [WORD] },
  'optimization_candidates.details': { rule: 'variables', because: `It says ${WORD}.` },
  'optimization_rows.input': { a: [WORD] },
  'optimizations.settings': {
    seed: 'word',
    question: {
      system: WORD,
      values: { a: { from: 'word', text: WORD } },
      checks: [{ name: 'contains', rule: { kind: 'contains', wanted: WORD } }],
    },
  },
  'runs.settings': { model: `exec:agent --key ${WORD}` },
  'runs.inputs': { a: [WORD] },
  'runs.outputs': { a: [WORD] },
  'run_steps.output': { digest: 'd', missing: [WORD] },
  'run_steps.result': WORD,
};

/** Puts the text into every column of a table that can have it. */
async function plant(table: string): Promise<void> {
  for (const column of said[table] ?? []) {
    const json = planted[`${table}.${column}`];
    const value = json === undefined ? `It says ${WORD}.` : JSON.stringify(json);
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}`.execute(store.database);
  }
}

/** The columns of a table that hold the text, with the number of rows in which they do. */
async function leaks(table: string): Promise<Record<string, number>> {
  const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(store.database);
  const found = rows.flatMap((row) =>
    Object.entries(row).filter(([, value]) => String(value).includes(WORD)),
  );
  return Object.fromEntries(
    found.map(([column]) => [column, found.filter(([other]) => other === column).length]),
  );
}

const all = (table: string, rows: number) =>
  Object.fromEntries((said[table] ?? []).map((column) => [column, rows]));

async function leakyBatch(rows: number, repeat = 1): Promise<BatchId> {
  const batch = aBatch({ settings: someSettings({ repeat }) });
  await store.batchJournal.create(batch);
  const items = someItems(rows).flatMap(({ row, ...item }) =>
    Array.from({ length: repeat }, (_, at) => ({
      ...item,
      row,
      repetition: at + 1,
      position: (row - 1) * repeat + at + 1,
    })),
  );
  await store.batchJournal.addItems(batch.id, someProcess, items, someTime);
  await store.batchJournal.loaded(batch.id, someProcess, someTime);
  return batch.id;
}

/** An answer with the text, for an item. */
async function answered(batch: BatchId, position: number) {
  const worker = aWorker();
  await store.workers.register(worker);
  const place = { batch, position, worker: worker.id, callsBefore: 0 };
  return writeExecution(store.executionJournal, { place }, { response: WORD });
}

const plantBatches = async (repeat = 1) => {
  await plant('batches');
  await plant('batch_items');
  await sql`update batches set settings = replace(settings, '"repeat":1', ${`"repeat":${repeat}`})`.execute(
    store.database,
  );
};

describe('redacting a batch', () => {
  it('takes it out of all rows, asked or not, and out of what it asks, on record', async () => {
    const batch = await leakyBatch(3);
    const execution = await answered(batch, 2);
    await plantBatches();
    expect(await leaks('batches')).toEqual(all('batches', 1));
    expect(await leaks('batch_items')).toEqual(all('batch_items', 3));
    expect(await redact({ kind: 'batch', id: batch })).toMatchObject({ rows: 3, executions: [execution] });
    expect(await leaks('batches')).toEqual({});
    expect(await leaks('batch_items')).toEqual({});
    expect((await store.executions.whole(execution))?.response).toBe('[redacted]');
    const entries = await store.audit.list({ subjectKind: 'batch' }, { limit: 9 });
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      { action: 'batch.redacted', subject: { id: batch }, after: { rows: 3 } },
    ]);
  });

  it('keeps what the batch goes by, even when a removed text is a word of it', async () => {
    const batch = await leakyBatch(1);
    await plantBatches();
    const subject = { kind: 'batch', id: batch } as const;
    await store.executions.redact({ ...about(subject), texts: [WORD, 'word', 'data'] });
    expect((await store.batchJournal.batch(batch))?.settings).toMatchObject({
      repeat: 1,
      question: {
        system: '[redacted]',
        values: { a: { from: 'word', text: '[redacted]' }, b: { from: 'data', value: ['[redacted]'] } },
      },
    });
  });

  it('leaves other batches alone', async () => {
    const batch = await leakyBatch(1);
    await leakyBatch(2);
    await plantBatches();
    await redact({ kind: 'batch', id: batch });
    expect(await leaks('batch_items')).toEqual(all('batch_items', 2));
  });
});

describe('redacting an execution of a batch', () => {
  it('takes it out of all repetitions of its row, and of no other', async () => {
    const batch = await leakyBatch(3, 2);
    const execution = await answered(batch, 3);
    const again = await answered(batch, 4);
    const other = await answered(batch, 5);
    await plantBatches(2);
    const outcome = await redact({ kind: 'execution', id: again });
    expect(outcome).toMatchObject({ rows: 2, executions: [again, execution] });
    const left = (await store.batches.items(batch, 'pending', 9)).filter(({ input }) =>
      JSON.stringify(input).includes(WORD),
    );
    expect(left.map(({ row }) => row)).toEqual([1, 1, 3, 3]);
    expect((await store.executions.whole(other))?.response).toBe(WORD);
  });
});

async function leakyRun(): Promise<RunId> {
  const run = someRun({ kind: 'workflow', subject: 'w1', version: 1 });
  const owner = { host: 'here', pid: 1, started: 'monday' };
  await store.runs.create(run);
  await store.runs.take(run.id, owner, null, someTime);
  await store.runs.begin(run.id, owner, 'draft', someTime);
  return run.id;
}

describe('redacting rows of an experiment', () => {
  it('takes it out of what judges were asked about them, and of no other judgement', async () => {
    const [batch, other] = [await leakyBatch(2), await leakyBatch(2)];
    const variants = [aVariant({ batch: other }), aVariant({ name: 'b', isControl: false, batch })];
    const experiment = anExperiment({ variants });
    await store.experiments.create(experiment);
    const judged = async (unit: string) => {
      const execution = await writeExecution(store.executionJournal, {}, { response: WORD });
      const observation = anObservation({ unit, variant: 2, execution });
      await store.experiments.observe(experiment.id, [observation], someTime);
      return execution;
    };
    const [first, second] = [await judged('1'), await judged('2')];
    const answer = await answered(batch, 1);
    await redact({ kind: 'execution', id: answer });
    expect((await store.executions.whole(first))?.response).toBe('[redacted]');
    expect((await store.executions.whole(second))?.response).toBe(WORD);
    await redact({ kind: 'batch', id: other });
    expect((await store.executions.whole(second))?.response).toBe('[redacted]');
  });
});

describe('redacting a run of a workflow', () => {
  it('takes it out of what it was given and brought forth, although no model was asked', async () => {
    const run = await leakyRun();
    await plant('runs');
    await plant('run_steps');
    expect(await leaks('runs')).toEqual(all('runs', 1));
    expect(await leaks('run_steps')).toEqual(all('run_steps', 1));
    expect(await redact({ kind: 'run', id: run })).toMatchObject({ executions: [], runs: [run] });
    expect(await leaks('runs')).toEqual({});
    expect(await leaks('run_steps')).toEqual({});
    expect((await store.runs.steps(run))[0]?.output).toMatchObject({ digest: 'd' });
  });

  it('is done with an execution of it, together with the others of the run', async () => {
    const run = await leakyRun();
    const first = await writeExecution(
      store.executionJournal,
      { place: { run, try: 1 } },
      { response: WORD },
    );
    const elsewhere = await writeExecution(store.executionJournal, {}, { response: WORD });
    await plant('run_steps');
    expect(await redact({ kind: 'execution', id: first })).toMatchObject({
      executions: [first],
      runs: [run],
    });
    expect(await leaks('run_steps')).toEqual({});
    expect((await store.executions.whole(elsewhere))?.response).toBe(WORD);
  });
});

describe('redacting an execution of an optimisation', () => {
  it('takes it out of the rows, the texts that were tried, and what else was asked for it', async () => {
    const optimization = anOptimization();
    await store.optimizationJournal.create(optimization, someDataRows(2));
    await store.optimizationJournal.putCandidate(optimization.id, aCandidate());
    await store.optimizationJournal.take(optimization.id, anOwner, null, someTime);
    const asked = (key: string) =>
      writeExecution(
        store.executionJournal,
        { place: { optimization: optimization.id, key, row: 1, owner: anOwner } },
        { response: WORD },
      );
    const [first, second] = [await asked('a'), await asked('b')];
    const tables = ['optimizations', 'optimization_rows', 'optimization_candidates'];
    for (const table of tables) await plant(table);
    const subject = { kind: 'execution', id: first } as const;
    const { executions } = await store.executions.redact({
      ...about(subject),
      texts: [WORD, 'word', 'contains', 'variables'],
    });
    expect(executions).toEqual([first, second]);
    for (const table of tables) expect(await leaks(table), table).toEqual({});
    expect((await store.optimizationJournal.optimization(optimization.id))?.settings).toMatchObject({
      question: { checks: [{ name: 'contains', rule: { kind: 'contains', wanted: '[redacted]' } }] },
    });
    expect((await store.optimizationJournal.candidates(optimization.id))[0]?.fate).toMatchObject({
      rule: 'variables',
    });
  });
});

describe('redacting a session', () => {
  it('needs no execution of it', async () => {
    const session = aSession({ featureRequest: `Add ${WORD}` });
    await store.journal.create(creationOf(session));
    expect(await redact({ kind: 'session', id: session.id })).toMatchObject({ executions: [] });
    expect(await leaks('orchestration_sessions')).toEqual({});
    expect(await leaks('session_requests')).toEqual({});
  });
});

describe('redacting what was begun before a time', () => {
  const redactBefore = (time: Date) => redact({ kind: 'before', time });

  it('takes it out of everything before, and of nothing since', async () => {
    await leakyBatch(2);
    const run = await leakyRun();
    const execution = await writeExecution(store.executionJournal, {}, { response: WORD });
    const since = await writeExecution(store.executionJournal, { at: minutesLater(5) }, { response: WORD });
    await plantBatches();
    await plant('runs');
    const session = aSession({ featureRequest: `Add ${WORD}` });
    await store.journal.create(creationOf(session));
    expect(await redactBefore(someTime)).toMatchObject({ removed: 0 });
    expect(await redactBefore(minutesLater(5))).toMatchObject({
      rows: 2,
      runs: [run],
      executions: [execution],
    });
    for (const table of ['batches', 'batch_items', 'runs', 'orchestration_sessions'])
      expect(await leaks(table), table).toEqual({});
    expect((await store.executions.whole(since))?.response).toBe(WORD);
    const [entry] = await store.audit.list({ subjectKind: 'execution' }, { limit: 9 });
    expect(entry?.entry?.subject).toEqual({
      kind: 'execution',
      id: null,
      name: `before ${minutesLater(5).toISOString()}`,
    });
  });

  it('only looks when it shall only look', async () => {
    await leakyBatch(1);
    await plantBatches();
    const subject = { kind: 'before', time: minutesLater(1) } as const;
    expect(await store.executions.redactable(about(subject))).toMatchObject({ rows: 1 });
    expect(await leaks('batch_items')).toEqual(all('batch_items', 1));
  });
});
