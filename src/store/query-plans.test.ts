import { CompiledQuery, Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSession, someTime } from '../../test/fixtures/sessions.js';
import {
  type ExecutionId,
  newBatchId,
  newExecutionId,
  newExperimentId,
  newOptimizationId,
  newProjectId,
  newPromptId,
  newPromptVersionId,
  newRunId,
  newSessionId,
  newWorkerId,
} from '../base/ids.js';
import { BatchJournalStore } from './batch-journal-store.js';
import { BatchStore } from './batch-store.js';
import { openSqlite } from './dialects/sqlite-connection.js';
import { SqliteFileDialect } from './dialects/sqlite-dialect.js';
import type { ExecutionFilter } from './execution-filter.js';
import { ExecutionJournalStore } from './execution-journal-store.js';
import { ExecutionStore } from './execution-store.js';
import { ExperimentStore } from './experiment-store.js';
import { ModelAliasStore } from './model-alias-store.js';
import { OptimizationJournalStore } from './optimization-journal-store.js';
import { OptimizationStore } from './optimization-store.js';
import { PhaseRatingStore } from './phase-rating-store.js';
import { ProjectStore } from './project-store.js';
import { PromptSearchStore } from './prompt-search-store.js';
import { type PromptFilter, type PromptOrder, PromptStore } from './prompt-store.js';
import { PromptUseStore } from './prompt-use-store.js';
import { PromptVersionStore } from './prompt-version-store.js';
import { ResponseCacheStore } from './response-cache-store.js';
import { RunStore } from './run-store.js';
import type { Database } from './schema.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { SessionJournalStore } from './session-journal-store.js';
import { type SessionFilter, type SessionOrder, SessionStore } from './session-store.js';
import { TemplateStore } from './template-store.js';

let database: Kysely<Database>;
let asked: CompiledQuery[];
beforeEach(async () => {
  const dialect = new SqliteFileDialect(await openSqlite(':memory:'));
  database = new Kysely<Database>({ dialect, log: ({ query }) => void asked.push(query) });
  asked = [];
  await migrateTo(database, ':memory:', SCHEMA_VERSION, { now: () => someTime });
});
afterEach(() => database.destroy());

/** How SQLite goes about what a piece of work asks it. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  asked = [];
  await work();
  const queries = [...asked];
  const plans = queries.map(({ sql, parameters }) =>
    database.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    ),
  );
  return (await Promise.all(plans)).flatMap(({ rows }) => rows.map(({ detail }) => detail));
}

const sorts = /TEMP B-TREE/;
/** A count goes over what was found, which is bounded. */
const scansRows = /^SCAN (?!counted$|CONSTANT ROW$)/;
const readsAll = /^SCAN (?!.*USING (?:COVERING )?INDEX)/;

const project = newProjectId();
const filters: readonly (readonly [name: string, filter: SessionFilter])[] = [
  ['everything', {}],
  ['a project', { project }],
  ['a status', { status: 'planning' }],
  ['a feature type', { featureType: 'bugfix' }],
  ['a time', { since: someTime }],
  ['all at once', { project, status: 'planning', featureType: 'bugfix', since: someTime }],
];
const orders: readonly SessionOrder[] = ['created', 'updated', 'title'];

describe('a list of sessions', () => {
  it.each(filters)(
    'of %s, the newest move first, reads an index in order and sorts nothing',
    async (_, filter) => {
      const plans = await plansOf(() => new SessionStore(database).list(filter, 'updated', { limit: 50 }));
      expect(plans[0]).toMatch(/^(?:SCAN|SEARCH) s USING INDEX sessions_by_/);
      expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
    },
  );

  it.each(orders)('of everything by %s reads the index of that order', async (order) => {
    const plans = await plansOf(() => new SessionStore(database).list({}, order, { limit: 50 }));
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });

  it.each([
    ...orders.map((order) => [order, {}] as const),
    ['updated', { project }],
    ['updated', { status: 'planning' }],
    ['updated', { project, status: 'planning' }],
    ['updated', { featureType: 'api' }],
  ] as const)('by %s, of %o, finds a deep page in an index, and sorts nothing', async (order, filter) => {
    const page = { limit: 50, after: [someTime.toISOString(), 's'] } as const;
    const plans = await plansOf(() => new SessionStore(database).list(filter, order, page));
    expect(plans[0]).toMatch(/^SEARCH s USING INDEX sessions_by_\w+ \(.*[<>]/);
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });

  it.each([
    ['a project', { project }, 'sessions_by_project'],
    ['a status', { status: 'planning' }, 'sessions_by_status'],
  ] as const)('of %s in another order reads and sorts no more than that', async (_, filter, index) => {
    for (const order of ['created', 'title'] as const) {
      const plans = await plansOf(() => new SessionStore(database).list(filter, order, { limit: 50 }));
      expect(plans[0]).toMatch(new RegExp(`^SEARCH s USING INDEX ${index} `));
    }
  });
});

describe('counting sessions', () => {
  it.each([
    ['everything', {}, 'sessions_by_status'],
    ['a status', { status: 'planning' }, 'sessions_by_status'],
  ] as const)('of %s reads one index in order', async (_, filter, index) => {
    const plans = await plansOf(() => new SessionStore(database).counts(filter));
    const reading = plans.filter((plan) => / s\b/.test(plan));
    expect(new Set(reading)).toEqual(new Set([`SEARCH s USING COVERING INDEX ${index} (status=?)`]));
  });

  it('of projects reads one index of each', async () => {
    const plans = await plansOf(() => new SessionStore(database).countsOfProjects([project]));
    expect(plans).toContainEqual(expect.stringMatching(/^SEARCH s USING COVERING INDEX sessions_by_project/));
    expect(plans.filter((plan) => scansRows.test(plan))).toEqual([]);
  });
});

describe('looking up', () => {
  const { id } = aSession();
  it.each([
    ['a session by its id', () => new SessionStore(database).withIdPrefix(id)],
    ['a session by its title', () => new SessionStore(database).titled('a')],
    ['the sessions that moved last', () => new SessionStore(database).recentNames(500)],
    ['what was deleted long ago', () => new SessionStore(database).purgeDeletedBefore(someTime)],
    ['the attempts of a session', () => new SessionJournalStore(database).attempts(id)],
    ['the history of a session', () => new SessionJournalStore(database).history(id)],
    ['a project by its name', () => new ProjectStore(database).named('shop')],
    ['the projects by name', () => new ProjectStore(database).list()],
    ['the project of a folder', () => new ProjectStore(database).withRootAmong(['/a/b', '/a', '/'])],
    ['a project by its id', () => new ProjectStore(database).withIdPrefix('p1')],
  ])('%s reads no whole table and sorts nothing', async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });
});

/** Sorting those of one name, or of one moment, which come one after the other. */
const sortsTies = /TEMP B-TREE FOR LAST TERM OF ORDER BY/;

describe('a list of prompts', () => {
  const list = (filter: PromptFilter, order: PromptOrder) =>
    plansOf(() => new PromptStore(database).list(filter, order, { limit: 50 }));

  it.each([
    ['everything', {}, 'SCAN', 'prompts_by_name'],
    ['the global ones', { scope: null }, 'SEARCH', 'prompts_by_scope'],
    ['a category', { category: 'review' }, 'SEARCH', 'prompts_by_category'],
    ['a kind', { kind: 'analysis' }, 'SEARCH', 'prompts_by_kind'],
    ['a feature type', { featureType: 'bugfix' }, 'SEARCH', 'prompts_by_feature_type'],
    ['templates', { isTemplate: true }, 'SCAN', 'prompts_templates'],
    ['a folder of names', { namePrefix: 'team/' }, 'SEARCH', 'prompts_by_name'],
  ] as const)('of %s by name reads an index in order', async (_, filter, way, index) => {
    const plans = await list(filter, 'name');
    expect(plans[0]).toMatch(new RegExp(`^${way} p USING (?:COVERING )?INDEX ${index}\\b`));
    expect(
      plans.filter((plan) => readsAll.test(plan) || (sorts.test(plan) && !sortsTies.test(plan))),
    ).toEqual([]);
  });

  it.each(['name', 'created', 'updated'] as const)('by %s finds a deep page in an index', async (order) => {
    const page = { limit: 50, after: ['a', 't'] } as const;
    const plans = await plansOf(() => new PromptStore(database).list({}, order, page));
    expect(plans[0]).toMatch(/^SEARCH p USING INDEX prompts_by_\w+ \(.*[<>]/);
    expect(plans.filter((plan) => readsAll.test(plan))).toEqual([]);
  });

  it.each([
    ['updated', 'prompts_by_update'],
    ['created', 'prompts_by_creation'],
  ] as const)('of everything by the time when it was %s reads that index', async (order, index) => {
    const plans = await list({}, order);
    expect(plans[0]).toBe(`SCAN p USING INDEX ${index}`);
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });

  // A project's own prompts and the global ones are two pieces of an index, each in order: they are sorted
  // together, and so is what a narrow filter leaves when another order is asked for.
  it.each([
    ['what a project sees', { scope: project }, 'prompts_by_scope'],
    ['a category', { category: 'review' }, 'prompts_by_category'],
    ['a kind', { kind: 'analysis' }, 'prompts_by_kind'],
    ['a tag', { tag: 'api' }, 'prompt_tags_by_tag'],
    ['a label', { label: 'production' }, 'prompt_labels_by_label'],
    ['all at once', { scope: project, kind: 'analysis', tag: 'api' }, 'prompt_tags_by_tag'],
  ] as const)('of %s in any order reads and sorts no more than that', async (_, filter, index) => {
    for (const order of ['name', 'updated', 'created'] as const) {
      const plans = await list(filter, order);
      expect(plans[0]).toMatch(/^SEARCH p USING INDEX /);
      expect(plans).toContainEqual(expect.stringMatching(new RegExp(`^SEARCH \\w+ USING .*INDEX ${index} `)));
      expect(plans.filter((plan) => /^SCAN/.test(plan))).toEqual([]);
    }
  });

  it.each([
    ['what a project sees', { scope: project }],
    ['a category', { category: 'review' }],
    ['a kind and a feature type', { kind: 'analysis', featureType: 'bugfix' }],
    ['a tag', { tag: 'api' }],
    ['a label', { label: 'production' }],
  ] as const)('of %s is counted without reading others', async (_, filter) => {
    const plans = await plansOf(() => new PromptStore(database).count(filter));
    expect(plans).toContainEqual(expect.stringMatching(/^SEARCH p USING /));
    expect(plans.filter((plan) => scansRows.test(plan) || sorts.test(plan))).toEqual([]);
  });
});

describe('looking prompts up', () => {
  const id = newPromptId();
  const prompt = { id, latest: 7 };
  const prompts = () => new PromptStore(database);
  const versions = () => new PromptVersionStore(database);
  const uses = () => new PromptUseStore(database);
  it.each([
    ['everywhere by its name', 'prompts_by_name', () => prompts().namedAnywhere('a')],
    ['among the deleted by its name', 'prompts_deleted', () => prompts().deletedNamed('a')],
    ['by its id', 'sqlite_autoindex_prompts_1', () => prompts().withIdPrefix(id)],
    ['by ids', 'sqlite_autoindex_prompts_1', () => prompts().withIds([id, newPromptId()])],
    ['by kind, project and type', 'prompts_in_force', () => prompts().inForce('analysis', project, 'api')],
    [
      'in every layer',
      'prompts_in_force',
      () => new TemplateStore(database).layers('analysis', project, 'api'),
    ],
    ['by its versions', 'sqlite_autoindex_prompt_versions_2', () => versions().versions(id)],
    [
      'by its newest version',
      'sqlite_autoindex_prompt_versions_2',
      () => versions().version(prompt, { by: 'latest' }),
    ],
    [
      'by a number',
      'sqlite_autoindex_prompt_versions_2',
      () => versions().version(prompt, { by: 'number', number: 3 }),
    ],
    [
      'by a label',
      'sqlite_autoindex_prompt_labels_1',
      () => versions().version(prompt, { by: 'label', label: 'x' }),
    ],
    ['with their labels', 'sqlite_autoindex_prompt_labels_1', () => versions().labelsOf([id, newPromptId()])],
    [
      'with the moves of its labels',
      'sqlite_autoindex_prompt_label_moves_1',
      () => versions().labelMoves(id),
    ],
    ['by their project', 'prompts_by_project', () => prompts().countOfProject(project)],
    ['of a project alone', 'prompts_by_project', () => prompts().ofProject(project)],
    ['by names of a project', 'prompts_by_name', () => prompts().ownNames(project, ['a', 'b'])],
    ['by their tags', 'prompt_tags_by_tag', () => prompts().tagCounts({})],
  ])('%s reads %s and sorts nothing', async (_, index, work) => {
    const plans = await plansOf(work);
    expect(plans).toContainEqual(expect.stringContaining(`INDEX ${index}`));
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });

  it.each([
    ['by name in a scope: the two that there can be', 'prompts_by_name', () => prompts().named('a', project)],
    ['changed last in a scope: what it sees', 'prompts_by_scope', () => prompts().recentNames(project, 10)],
    ['by tags in a scope: what it sees', 'prompts_by_scope', () => prompts().tagCounts({ scope: project })],
    ['changed last in a project: its own', 'prompts_by_project', () => prompts().newestOfProject(project, 9)],
    ['that bring a name in: those', 'prompt_references_by_name', () => uses().usesOf('a', 10)],
    [
      'by what a reference means: two',
      'prompts_by_name',
      () => new TemplateStore(database).referred({ name: 'a', version: { by: 'latest' } }, project),
    ],
  ])('%s are sorted, and no others are read', async (_, index, work) => {
    const plans = await plansOf(work);
    expect(plans[0]).toMatch(new RegExp(`^SEARCH \\w+ USING (?:COVERING )?INDEX ${index} `));
    expect(plans.filter((plan) => /^SCAN/.test(plan))).toEqual([]);
  });

  it('by the sessions that used a version reads the use of that version', async () => {
    const plans = await plansOf(() => uses().sessionsThatUsed(id));
    expect(plans).toContainEqual(
      expect.stringContaining('INDEX phase_prompt_versions_by_version (version_id=?)'),
    );
    expect(plans.filter((plan) => /^SCAN/.test(plan))).toEqual([]);
  });
});

const listIndexes: readonly (readonly [name: string, index: string, filter: ExecutionFilter])[] = [
  ['everything', 'executions_by_time', {}],
  ['a status', 'executions_by_status', { status: 'running' }],
  ['a model', 'executions_by_model', { model: 'openai:gpt-5' }],
  ['a project', 'executions_by_project', { project }],
  ['a project, in a state', 'executions_by_project_status', { project, status: 'failed' }],
  ['a version of a prompt', 'executions_by_prompt', { promptVersion: newPromptVersionId() }],
  ['an original', 'executions_by_original', { rerunOf: newExecutionId() }],
  ['what the cache answered', 'executions_by_answerer', { cached: true }],
  ['a kind', 'executions_by_time', { kind: 'agent' }],
  ['a time', 'executions_by_time', { since: someTime, until: someTime }],
];

describe('a list of executions', () => {
  const list = (filter: ExecutionFilter, after?: { id: ExecutionId; at: Date }) =>
    plansOf(() => new ExecutionStore(database).list(filter, { limit: 50, after }));

  it.each(listIndexes.filter(([, , { cached }]) => cached === undefined))(
    'of %s reads the index %s in order and sorts nothing, on every page',
    async (_, index, filter) => {
      for (const plans of [await list(filter), await list(filter, { id: newExecutionId(), at: someTime })]) {
        expect(plans[0]).toMatch(new RegExp(`^(?:SCAN|SEARCH) e USING (?:COVERING )?INDEX ${index}`));
        expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
      }
    },
  );

  it.each([
    ['a session', 'orchestration_executions_by_session', { session: newSessionId() }],
    ['a prompt', 'executions_by_prompt', { prompt: newPromptId() }],
    ['what the cache answered', 'executions_by_', { cached: true }],
  ] as const)('of %s reads no more than those, by the index %s', async (_, index, filter) => {
    const plans = await list(filter);
    expect(plans).toContainEqual(expect.stringContaining(`INDEX ${index}`));
    expect(plans.filter((plan) => readsAll.test(plan))).toEqual([]);
  });
});

describe('what executions are asked for', () => {
  const aStep = { session: newSessionId(), step: 'process', part: null, attempt: null } as const;
  const executions = () => new ExecutionStore(database);
  const journal = () => new ExecutionJournalStore(database);
  const runs = () => new RunStore(database);
  const ceilings = { run: 1, session: 1, batch: 1, workflow: 1, day: { since: someTime, limit: 1 } };
  it.each([
    ['one by its id', () => executions().withIdPrefix('x1')],
    ['one as a whole', () => executions().whole(newExecutionId())],
    ['its calls', () => executions().attempts(newExecutionId())],
    ['what ceilings leave', () => journal().left({ id: newExecutionId(), place: aStep }, ceilings)],
    ['an answer in the cache', () => journal().cached('k', someTime)],
    ['the cached answers of before a time', () => new ResponseCacheStore(database).pruneOlderThan(someTime)],
    ['a run', () => runs().run(newRunId())],
    ['the newest run on a subject', () => runs().latestOn('session', 's1')],
    ['the steps of a run', () => runs().steps(newRunId())],
    ['the ratings of a session', () => new PhaseRatingStore(database).ofSession(newSessionId())],
    ['what an alias means', () => new ModelAliasStore(database).resolve('a', project)],
  ])('%s reads no whole table and sorts nothing', async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
  });

  it('those of a session are sorted, and no others are read', async () => {
    const plans = await plansOf(() => executions().ofSession(newSessionId()));
    expect(plans).toContainEqual(expect.stringContaining('INDEX orchestration_executions_by_session'));
    expect(plans.filter((plan) => /^SCAN/.test(plan))).toEqual([]);
  });

  it('what a day has cost is read from an index alone', async () => {
    const plans = await plansOf(() => executions().spentSince(someTime));
    expect(plans).toEqual([expect.stringContaining('USING COVERING INDEX execution_attempts_by_time')]);
  });

  it('what is too old is found by its time', async () => {
    const limits = { before: someTime, ofSessions: 'keep', statuses: ['succeeded', 'failed'] } as const;
    const plans = await plansOf(() => executions().prune(limits));
    expect(plans.filter((plan) => readsAll.test(plan))).toEqual([]);
  });

  it('words are asked of the search index', async () => {
    const query = { text: 'review "team api" -draft', filter: { model: 'a:b' }, limit: 20 };
    const plans = await plansOf(() => executions().search(query));
    const scans = plans.filter((plan) => /^SCAN/.test(plan));
    expect(scans).toContainEqual(expect.stringMatching(/^SCAN w VIRTUAL TABLE INDEX \d+:M/));
    // What is due is a list of numbers, and what was found, 2,000 at most, is called c.
    expect(scans.filter((plan) => !/VIRTUAL TABLE|^SCAN (?:c|execution_words_due)$/.test(plan))).toEqual([]);
  });
});

describe('searching prompts', () => {
  it('asks the search indexes, and reads no table but for what they found', async () => {
    const query = {
      text: 'review "team api" ab -draft',
      scope: project,
      kind: 'analysis',
      tag: 'api',
      limit: 20,
    };
    const plans = await plansOf(() => new PromptSearchStore(database).search(query));
    const scans = plans.filter((plan) => /^SCAN/.test(plan));
    // What was found, 2,000 at most, is called c. It is ranked by weight and name, which no index can do.
    expect(scans.filter((plan) => !/VIRTUAL TABLE INDEX \d+:M/.test(plan))).toEqual(
      scans.filter((plan) => plan === 'SCAN c'),
    );
    expect(plans).toContainEqual(expect.stringMatching(/^SCAN w VIRTUAL TABLE/));
    expect(plans).toContainEqual(expect.stringMatching(/^SCAN i VIRTUAL TABLE/));
  });

  it('reads all names and tags for what is shorter than the index of parts knows', async () => {
    const plans = await plansOf(() => new PromptSearchStore(database).search({ text: 'ab', limit: 20 }));
    expect(plans.filter((plan) => readsAll.test(plan))).toContain('SCAN e');
  });
});

describe('what experiments are asked for', () => {
  const experiments = () => new ExperimentStore(database);

  it.each([
    ['everything', 'experiments_by_time', {}],
    ['a status', 'experiments_by_status', { status: 'running' }],
    ['a project', 'experiments_by_project', { project: newProjectId() }],
  ] as const)('a list of %s is read by the index %s, in order', async (_, index, filter) => {
    for (const after of [undefined, { id: newExperimentId(), createdAt: someTime }]) {
      const plans = await plansOf(() => experiments().list(filter, { limit: 50, after }));
      expect(plans[0]).toContain(`INDEX ${index}`);
      expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
    }
  });

  it.each([
    ['its id', () => experiments().withIdPrefix('e1')],
    ['its name', () => experiments().named('tone', newProjectId())],
  ] as const)('one is found by an index by %s', async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.filter((plan) => readsAll.test(plan))).toEqual([]);
  });
});

describe('what optimisations are asked for', () => {
  const optimizations = () => new OptimizationStore(database);
  const journal = () => new OptimizationJournalStore(database);
  const id = newOptimizationId();

  it.each([
    ['everything', 'optimizations_by_time', {}],
    ['a status', 'optimizations_by_status', { status: 'paused' }],
    ['a project', 'optimizations_by_project', { project: newProjectId() }],
  ] as const)('a list of %s is read by the index %s, in order', async (_, index, filter) => {
    for (const after of [undefined, { id, createdAt: someTime }]) {
      const plans = await plansOf(() => optimizations().list(filter, { limit: 50, after }));
      expect(plans[0]).toContain(`INDEX ${index}`);
      expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
    }
  });

  it.each([
    ['one by its id', () => optimizations().withIdPrefix('o1')],
    ['what was asked', () => optimizations().tallies([id])],
    ['what came of a call', () => journal().recorded(id, 'k')],
    ['the rows', () => journal().rows(id)],
    ['the candidates', () => journal().candidates(id)],
  ] as const)('%s is found by an index, and nothing is sorted', async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.filter((plan) => readsAll.test(plan) || /ORDER BY/.test(plan))).toEqual([]);
  });
});

describe('what batches are asked for', () => {
  const batches = () => new BatchStore(database);
  const journal = () => new BatchJournalStore(database);
  const [batch, worker] = [newBatchId(), newWorkerId()];

  it.each([
    ['everything', 'batches_by_time', {}],
    ['a status', 'batches_by_status', { status: 'paused' }],
    ['a project', 'batches_by_project', { project: newProjectId() }],
  ] as const)('a list of %s is read by the index %s, in order', async (_, index, filter) => {
    for (const after of [undefined, { id: batch, createdAt: someTime }]) {
      const plans = await plansOf(() => batches().list(filter, { limit: 50, after }));
      expect(plans[0]).toContain(`INDEX ${index}`);
      expect(plans.filter((plan) => sorts.test(plan) || readsAll.test(plan))).toEqual([]);
    }
  });

  it.each([
    ['one by its id', () => batches().withIdPrefix('b1')],
    ['one by its name', () => batches().named('greetings', 9)],
    ['how many items stand where', () => batches().tally(batch)],
    ['the first items that failed', () => batches().items(batch, 'failed', 9)],
    ['what came of the items', () => batches().results(batch, { limit: 200, after: [400] })],
    ['what waits', () => journal().claim(batch, worker, 20, someTime)],
  ] as const)('%s is found by an index, and nothing is sorted', async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.filter((plan) => readsAll.test(plan) || /ORDER BY/.test(plan))).toEqual([]);
  });

  it('who has items is found among those', async () => {
    const plans = await plansOf(() => journal().holders(batch));
    expect(plans[0]).toContain('INDEX batch_items_by_status');
    expect(plans.filter((plan) => readsAll.test(plan))).toEqual([]);
  });

  it('calls that nobody knows the end of are few, and found among themselves', async () => {
    const plans = await plansOf(() => batches().ambiguous(batch));
    expect(plans).toContainEqual(expect.stringContaining('INDEX batch_executions_ambiguous'));
    const left = await plansOf(() => batches().leftBy(batch, [worker]));
    expect(left).toContainEqual(expect.stringContaining('INDEX batch_items_by_status'));
  });
});
