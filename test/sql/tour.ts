import {
  newAttemptId,
  newBatchId,
  newExecutionId,
  newExperimentId,
  newOptimizationId,
  newProjectId,
  newPromptVersionId,
  newWorkflowId,
} from '../../src/base/ids.js';
import type { ExecutionFilter } from '../../src/store/execution-filter.js';
import { executionGroupings } from '../../src/store/execution-stats.js';
import type { LoginStore } from '../../src/store/login-store.js';
import type { Hidden } from '../../src/store/standing.js';
import type { Store } from '../../src/store/store.js';
import { aBatch, aWorker, someItems, someProcess } from '../fixtures/batches.js';
import { aCall, anEnd, anEndedCall, anExecution, noCeilings } from '../fixtures/executions.js';
import { anExperiment, anObservation } from '../fixtures/experiments.js';
import { aCandidate, anOptimization, anOutcome, anOwner, someDataRows } from '../fixtures/optimizations.js';
import { aPrompt, aVersion, someContent } from '../fixtures/prompts.js';
import { someRun } from '../fixtures/runs.js';
import {
  anAnswer,
  anEvent,
  aProject,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../fixtures/sessions.js';
import { type Ground, SECRET } from './ground.js';

type Repositories = Omit<Store, 'location' | 'backupTo' | 'database' | 'logins' | 'login' | 'close'>;

/** Calls every method of every repository, in each way that makes another statement of it. */
export type Tour = {
  readonly [Name in keyof Repositories]: {
    readonly [Method in keyof Repositories[Name]]: (ground: Ground) => Promise<unknown>;
  };
};

const by = { actor: 'ada', at: someTime };
const nowhere = newProjectId();
const hidden: Hidden = { projects: [nowhere], global: true };
const place = (key: string) => ({ limit: 2, after: [key, 'x'] as const });
const time = someTime.toISOString();
const ceilings = {
  run: 1_000_000,
  session: 1_000_000,
  batch: 1_000_000,
  workflow: 1_000_000,
  day: { since: someTime, limit: 1_000_000 },
};
const pruned = { before: minutesLater(-30), statuses: ['succeeded', 'failed'] } as const;

/** The same of the logins of a server; `login` is one of them. */
export const loginTour: {
  readonly [Method in keyof LoginStore]: (logins: LoginStore, login: string) => Promise<unknown>;
} = {
  has: (logins, login) => logins.has(login),
  ownership: (logins) => logins.ownership(),
  admit: (logins, login) => logins.admit(login),
  dismiss: (logins, login) => logins.dismiss(login),
};

/** One after the other: what takes most of the work is at the end of it. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

/** To its end. */
async function all(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}

function executionFilters({ project, session, prompt, record, execution }: Ground): ExecutionFilter[] {
  const promptVersion = record.attempts[0]?.attempt.source?.versions[0];
  return [
    {},
    { status: 'failed' },
    { kind: 'model' },
    { model: 'a:b' },
    { project },
    { project, status: 'failed' },
    { session: session.id },
    { prompt: prompt.id },
    ...(promptVersion === undefined ? [] : [{ promptVersion }]),
    { rerunOf: execution },
    { cached: true },
    { cached: false },
    { since: someTime, until: someTime },
    { hidden },
  ];
}

export const tour: Tour = {
  sessions: {
    withIdPrefix: ({ store }) => store.sessions.withIdPrefix('s'),
    titled: ({ store }) => store.sessions.titled('Pages'),
    beginningWith: async ({ store }) => {
      await store.sessions.beginningWith('s', 9);
      await store.sessions.beginningWith('s', 9, hidden);
    },
    recentNames: async ({ store }) => {
      await store.sessions.recentNames(9);
      await store.sessions.recentNames(9, hidden);
    },
    list: async ({ store, project }) => {
      await each(['created', 'updated', 'title'] as const, async (order) => {
        await store.sessions.list({}, order, { limit: 2 });
        await store.sessions.list({}, order, place(order === 'title' ? 'a' : time));
      });
      await each(
        [{ project }, { status: 'planning' }, { featureType: 'api' }, { hidden }] as const,
        (filter) => store.sessions.list(filter, 'updated', { limit: 2 }),
      );
      const all = { project, status: 'planning', featureType: 'api', since: someTime, hidden } as const;
      await store.sessions.list(all, 'updated', place(time));
    },
    counts: async ({ store, project }) => {
      await store.sessions.counts({});
      await store.sessions.counts({ project, status: 'planning' });
    },
    countsOfProjects: ({ store, project }) => store.sessions.countsOfProjects([project]),
    countOfProject: ({ store, project }) => store.sessions.countOfProject(project),
    purgeDeletedBefore: ({ store }) => store.sessions.purgeDeletedBefore(someTime),
  },
  journal: {
    requests: ({ store, session }) => store.journal.requests(session.id),
    lastMove: ({ store, session }) => store.journal.lastMove(session.id),
    history: async ({ store, session }) => {
      await store.journal.history(session.id);
      await store.journal.history(session.id, { limit: 2, after: [1] });
    },
    attempts: async ({ store, session }) => {
      await store.journal.attempts(session.id);
      await store.journal.attempts(session.id, { limit: 2, after: [1] });
    },
    prompt: ({ store, issued }) => store.journal.prompt(issued),
    answer: ({ store, answer }) => store.journal.answer(answer),
    result: ({ store, answer }) => store.journal.result(answer),
    create: ({ store }) => store.journal.create(creationOf(aSession())),
    receive: ({ store, session }) => store.journal.receive(anAnswer(session.id, 'More.')),
    commit: ({ store, session, answer }) =>
      store.journal.commit({
        session,
        event: anEvent(session),
        settled: { attempt: answer, outcome: 'accepted', result: null, problem: null },
        request: { number: 2, replaces: 1, text: 'In new words.' },
      }),
  },
  records: {
    whole: ({ store, session }) => all(store.records.whole([session.id])),
    withTexts: async ({ store, session }) =>
      all(store.records.withTexts(await store.journal.attempts(session.id))),
    outlines: ({ store, session }) => store.records.outlines([session.id]),
    putAll: ({ store, record }) => store.records.putAll([record]),
  },
  projects: {
    list: async ({ store }) => {
      await store.projects.list();
      await store.projects.list({ isInUse: true, prefix: 'a', hidden }, { limit: 2, after: ['a'] });
    },
    namesOf: ({ store, project }) => store.projects.namesOf([project]),
    withIds: ({ store, project }) => store.projects.withIds([project]),
    withNames: ({ store }) => store.projects.withNames(['shop']),
    named: ({ store }) => store.projects.named('shop'),
    withRoot: ({ store }) => store.projects.withRoot('/shop'),
    withRootAmong: ({ store }) => store.projects.withRootAmong(['/shop/a', '/shop', '/']),
    withIdPrefix: ({ store }) => store.projects.withIdPrefix('p'),
    insert: ({ store }) => store.projects.insert(aProject({ id: nowhere, name: 'other' })),
    update: ({ store }) => store.projects.update(aProject({ id: nowhere, name: 'others' })),
    delete: ({ store }) => store.projects.delete(nowhere),
  },
  members: {
    grant: async ({ store, project }) => {
      await store.members.grant(project, { login: 'ada', role: 'admin' }, by);
      await store.members.grant(project, { login: 'bob', role: 'reader' }, by);
      await store.members.grant(project, { login: 'bob', role: 'editor' }, by);
    },
    list: ({ store, project }) => store.members.list(project),
    standingOf: ({ store }) => store.members.standingOf('ada'),
    revoke: ({ store, project }) => store.members.revoke(project, 'bob', by),
    revokeAll: async ({ store, project }) => {
      await store.members.grant(project, { login: 'eve', role: 'reader' }, by);
      await store.members.revokeAll('eve', by);
    },
  },
  protectedLabels: {
    protect: ({ store }) => store.protectedLabels.protect('staging', { actor: 'ada', at: someTime }),
    list: ({ store }) => store.protectedLabels.list(),
    release: ({ store }) => store.protectedLabels.release('staging', { actor: 'ada', at: someTime }),
  },
  activeChoices: {
    choose: ({ store, session }) => store.activeChoices.choose('/shop', 'session', session.id, someTime),
    nearest: ({ store }) => store.activeChoices.nearest(['/shop/a', '/shop'], 'session'),
    forget: ({ store, session }) => store.activeChoices.forget(session.id),
  },
  prompts: {
    named: async ({ store, project }) => {
      await store.prompts.named('review', project);
      await store.prompts.named('review', null);
    },
    namedAnywhere: ({ store }) => store.prompts.namedAnywhere('review'),
    deletedNamed: ({ store }) => store.prompts.deletedNamed('gone'),
    withIdPrefix: ({ store }) => store.prompts.withIdPrefix('t'),
    withIds: ({ store, prompt, deleted }) => store.prompts.withIds([prompt.id, deleted.id]),
    inForce: ({ store, project }) => store.prompts.inForce('analysis', project, null),
    list: async ({ store, project }) => {
      await each(['name', 'created', 'updated'] as const, async (order) => {
        await store.prompts.list({}, order, { limit: 2 });
        await store.prompts.list({}, order, place(order === 'name' ? 'a' : time));
      });
      const filters = [
        { scope: project },
        { scope: null },
        { tag: 'daily' },
        { label: 'production' },
        { hidden },
      ];
      await each(filters, (filter) => store.prompts.list(filter, 'name', { limit: 2 }));
      const words = { category: 'a', kind: 'analysis', featureType: 'api', namePrefix: 'r' };
      const all = { scope: project, ...words, tag: 'daily', label: 'production', isTemplate: true, hidden };
      await store.prompts.list({ ...all, isDeleted: true }, 'name', place('a'));
    },
    count: async ({ store, project }) => {
      await store.prompts.count({});
      await store.prompts.count({ scope: project, tag: 'daily', hidden });
    },
    recentNames: ({ store, project }) => store.prompts.recentNames(project, 9),
    countOfProject: ({ store, project }) => store.prompts.countOfProject(project),
    ownNamed: ({ store, project }) => store.prompts.ownNamed(['review'], project),
    deletedAmong: ({ store, project }) => store.prompts.deletedAmong(['gone'], project),
    ownNames: ({ store, project }) => store.prompts.ownNames(project, ['review', 'gone']),
    ofProject: ({ store, project }) => store.prompts.ofProject(project),
    ownPage: async ({ store, project }) => {
      await store.prompts.ownPage({ scope: project, after: null }, 2);
      await store.prompts.ownPage({ scope: project, category: 'a', after: 'a' }, 2);
    },
    newestOfProject: ({ store, project }) => store.prompts.newestOfProject(project, 2),
    tagCounts: ({ store, project }) => store.prompts.tagCounts({ scope: project }),
  },
  promptVersions: {
    versions: async ({ store, prompt }) => {
      await store.promptVersions.versions(prompt.id);
      await store.promptVersions.versions(prompt.id, { limit: 2, after: [2] });
    },
    version: ({ store, prompt }) =>
      each(
        [{ by: 'latest' }, { by: 'number', number: 1 }, { by: 'label', label: 'production' }] as const,
        (choice) => store.promptVersions.version(prompt, choice),
      ),
    newestVersions: ({ store, prompt }) => store.promptVersions.newestVersions([prompt]),
    labels: ({ store, prompt }) => store.promptVersions.labels(prompt.id),
    labelsOf: ({ store, prompt, deleted }) => store.promptVersions.labelsOf([prompt.id, deleted.id]),
    labelMoves: ({ store, prompt }) => store.promptVersions.labelMoves(prompt.id),
  },
  promptUses: {
    usesOf: ({ store }) => store.promptUses.usesOf('shared', 9),
    sessionsThatUsed: ({ store, prompt }) => store.promptUses.sessionsThatUsed(prompt.id),
  },
  promptSearch: {
    search: async ({ store, project }) => {
      await store.promptSearch.search({ text: 'review', limit: 9 });
      await store.promptSearch.search({
        text: 'review "two words" ab -draft',
        scope: project,
        hidden,
        limit: 9,
      });
    },
  },
  templates: {
    layers: async ({ store, project }) => {
      await store.templates.layers('analysis', project, 'api');
      await store.templates.layers('analysis', null, null);
    },
    versionsOfKind: ({ store, project }) => store.templates.versionsOfKind('analysis', project),
    unlinked: async ({ store, session, issued }) => {
      await store.templates.unlinked(null, null, 2);
      await store.templates.unlinked(session.id, issued, 2);
    },
    referred: ({ store, project }) =>
      each(
        [{ by: 'latest' }, { by: 'number', number: 1 }, { by: 'label', label: 'production' }] as const,
        async (version) => {
          await store.templates.referred({ name: 'review', version }, project);
          await store.templates.referred({ name: 'review', version }, project, someTime);
        },
      ),
    link: async ({ store, issued, prompt }) => {
      const version = await store.promptVersions.version(prompt, { by: 'latest' });
      const versions = version === undefined ? [] : [version.id];
      await store.templates.link(issued, 'review@1', {
        layer: 'project',
        checksum: 'c',
        note: null,
        versions,
      });
    },
  },
  promptJournal: {
    create: ({ store }) => {
      const prompt = aPrompt({ name: 'made', tags: ['a', 'b'] });
      return store.promptJournal.create({
        prompt,
        added: aVersion(prompt.id, 1, someContent('A.')),
        audit: [],
      });
    },
    createAll: ({ store }) => {
      const prompt = aPrompt({ name: 'made-too' });
      const change = { prompt, added: aVersion(prompt.id, 1, someContent('A.')), audit: [] };
      return store.promptJournal.createAll([change]);
    },
    commit: async ({ store }) => {
      const [prompt] = await store.prompts.named('made', null);
      if (prompt === undefined) throw new Error('it was made before');
      const move = { label: 'staging', from: null, to: 1, forced: false, note: null, ...by };
      await store.promptJournal.commit({
        prompt: { ...prompt, isInForce: true, kind: 'analysis' },
        labels: [move, { ...move, from: 1, to: null }],
        audit: [],
      });
    },
    commitAll: async ({ store }) => {
      const prompts = await store.prompts.namedAnywhere('made-too');
      const changes = prompts.map((prompt) => ({ prompt: { ...prompt, deletedAt: someTime }, audit: [] }));
      await store.promptJournal.commitAll(changes);
    },
  },
  audit: {
    append: ({ store }) =>
      store.audit.append({
        ...by,
        action: 'setting.set',
        subject: { kind: 'setting', id: null, name: 'actor' },
        before: null,
        after: 'ada',
        note: null,
        forced: false,
      }),
    list: async ({ store }) => {
      await store.audit.list({}, { limit: 2 });
      await store.audit.list({ subjectKind: 'setting' }, { limit: 2, after: [9] });
      await store.audit.list(
        { subject: 'actor', actor: 'ada', since: someTime, hidden },
        { limit: 2, after: [9] },
      );
    },
    all: ({ store }) => all(store.audit.all()),
    countStrays: ({ store }) => store.audit.countStrays(),
  },
  executionJournal: {
    begin: async (ground) => {
      const { store, session } = ground;
      const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
      await store.executionJournal.begin(anExecution({ place }), aCall(), noCeilings);
      await store.executionJournal.begin(
        anExecution({ id: askedForItem, place: itemOf(ground) }),
        aCall(),
        ceilings,
      );
      await store.executionJournal.begin(anExecution({ id: asked }), aCall(), ceilings);
    },
    next: async ({ store }) => {
      await store.executionJournal.next(begun, anEndedCall(), aCall({ number: 2 }), ceilings);
    },
    left: ({ store, session }) => {
      const place = { session: session.id, step: 'process', part: null, attempt: null } as const;
      return store.executionJournal.left({ id: asked, place }, ceilings);
    },
    finish: async (ground) => {
      const { store } = ground;
      await store.executionJournal.finish(begun, anEndedCall({ number: 2 }), anEnd());
      const item = { id: askedForItem, place: itemOf(ground) };
      await store.executionJournal.finish(item, anEndedCall(), anEnd());
    },
    cached: ({ store }) => store.executionJournal.cached('k', minutesLater(-9)),
    cacheEntry: ({ store }) => store.executionJournal.cacheEntry('k'),
    answerFromCache: async ({ store }) => {
      const answer = await store.executionJournal.cached('k', minutesLater(-9));
      if (answer === null) throw new Error('it was asked before');
      await store.executionJournal.answerFromCache(anExecution({ cacheKey: 'k' }), answer);
    },
    becameAttempt: ({ store, execution }) => store.executionJournal.becameAttempt(execution, newAttemptId()),
  },
  responseCache: {
    cached: ({ store }) => store.responseCache.cached('k', minutesLater(-9)),
    stats: async ({ store }) => {
      await store.responseCache.stats();
      await store.responseCache.stats(hidden);
    },
    keysOf: ({ store, execution }) => store.responseCache.keysOf([execution]),
    identity: ({ store }) => store.responseCache.identity(),
    pruneOlderThan: async ({ store }) => {
      await store.responseCache.pruneOlderThan(minutesLater(-9));
      await store.responseCache.pruneOlderThan(minutesLater(-9), hidden);
    },
    pruneToSize: async ({ store }) => {
      await store.responseCache.pruneToSize(1_000_000);
      await store.responseCache.pruneToSize(1_000_000, hidden);
    },
    clear: async ({ store }) => {
      await store.responseCache.clear(hidden);
      await store.responseCache.clear();
    },
  },
  modelAliases: {
    set: ({ store, project }) =>
      each([project, null], (one) =>
        store.modelAliases.set({ name: 'quick', project: one, target: 'fake', ...by }),
      ),
    resolve: async ({ store, project }) => {
      await store.modelAliases.resolve('quick', project);
      await store.modelAliases.resolve('quick', null);
    },
    list: ({ store, project }) => each([undefined, project, null], (one) => store.modelAliases.list(one)),
    remove: ({ store, project }) => store.modelAliases.remove('quick', project, by),
  },
  runs: {
    create: ({ store, session }) => store.runs.create(someRun({ subject: session.id })),
    run: ({ store, run }) => store.runs.run(run),
    settle: ({ store, run }) => store.runs.settle(run, { settings: {}, inputs: {} }, someTime),
    latestOn: ({ store, session }) => store.runs.latestOn('session', session.id),
    steps: ({ store, run }) => store.runs.steps(run),
    take: ({ store, run, owner }) =>
      each([null, owner], (former) => store.runs.take(run, owner, former, someTime)),
    begin: ({ store, run, owner }) => store.runs.begin(run, owner, 'plan', someTime),
    finish: ({ store, run, owner }) =>
      store.runs.finish(run, owner, 1, {
        status: 'done',
        at: someTime,
        output: null,
        result: null,
        problem: null,
        gate: 'c',
      }),
    decide: ({ store, run }) => store.runs.decide(run, 1, 'c', { is: 'approved', comment: null, ...by }),
    makeStale: ({ store, run }) => store.runs.makeStale(run, [1]),
    leave: ({ store, run, owner }) => store.runs.leave(run, owner, 'stopped', null, someTime),
    complete: async ({ store, run, owner }) => {
      await store.runs.take(run, owner, null, someTime);
      await store.runs.complete(run, owner, { text: 'Done.' }, someTime);
    },
    cancel: ({ store, run }) => store.runs.cancel(run, someTime),
    withIdPrefix: ({ store }) => store.runs.withIdPrefix('workflow', 'r'),
    list: async ({ store, project }) => {
      const kind = 'workflow';
      await each(
        [{}, { subject: 'w1' }, { project }, { status: 'waiting' }, { hidden }] as const,
        async (filter) => {
          await store.runs.list({ kind, ...filter }, { limit: 2 });
          await store.runs.count({ kind, ...filter });
        },
      );
      await store.runs.list({ kind }, { limit: 2, after: [time, 'x'] });
    },
    count: ({ store }) => store.runs.count({ kind: 'workflow' }),
    heldBy: ({ store }) => store.runs.heldBy(someProcess),
  },
  workflows: {
    record: async ({ store, project }) => {
      const given = { name: 'review', description: null, checksum: 'c', note: null, ...by };
      await each([project, null], async (one) => {
        await store.workflows.record({ project: one, source: 'name: review', ...given });
        await store.workflows.record({ project: one, source: 'name: review', ...given });
        await store.workflows.record({ project: one, source: 'steps: []', ...given, checksum: 'd' });
      });
    },
    named: ({ store, project }) => each([project, null], (scope) => store.workflows.named('review', scope)),
    withIdPrefix: ({ store }) => store.workflows.withIdPrefix('w'),
    withIds: ({ store }) => store.workflows.withIds([newWorkflowId(), newWorkflowId()]),
    list: async ({ store, project }) => {
      await each(
        [{}, { scope: project }, { scope: null }, { namePrefix: 're' }, { hidden }],
        async (filter) => {
          await store.workflows.list(filter, { limit: 2 });
          await store.workflows.count(filter);
        },
      );
      await store.workflows.list({}, { limit: 2, after: ['a', 'x'] });
    },
    count: ({ store }) => store.workflows.count({}),
    recentNames: ({ store, project }) => store.workflows.recentNames(project, 5),
    version: ({ store }) => store.workflows.version(newWorkflowId(), 1),
    versions: async ({ store }) => {
      await store.workflows.versions(newWorkflowId(), { limit: 2 });
      await store.workflows.versions(newWorkflowId(), { limit: 2, after: [3] });
    },
  },
  experiments: {
    create: ({ store, project }) =>
      each([project, null], (one) => store.experiments.create(anExperiment({ project: one }))),
    named: ({ store, project }) => each([project, null], (scope) => store.experiments.named('tone', scope)),
    withIdPrefix: ({ store }) => store.experiments.withIdPrefix('e'),
    list: async ({ store, project }) => {
      await each([{}, { status: 'draft' }, { project }, { hidden }] as const, async (filter) => {
        await store.experiments.list(filter, { limit: 2 });
        await store.experiments.count(filter);
      });
      await store.experiments.list({}, { limit: 2, after: { id: newExperimentId(), createdAt: someTime } });
    },
    count: ({ store }) => store.experiments.count({}),
    move: ({ store }) =>
      each(['running', 'paused', 'stopped', 'archived'] as const, (to) =>
        store.experiments.move(newExperimentId(), to, someTime),
      ),
    conclude: ({ store }) =>
      store.experiments.conclude(
        newExperimentId(),
        { variant: 'b', label: 'production', why: 'It is better.', actor: 'ada', at: someTime },
        someTime,
      ),
    linkBatches: async ({ store, batch }) => {
      const experiment = anExperiment({ name: 'linked' });
      await store.experiments.create(experiment);
      const links = [1, 2].map((position) => ({ position, batch: batch.id, instead: null }));
      await store.experiments.linkBatches(experiment.id, links, someTime);
    },
    observe: async ({ store }) => {
      const experiment = anExperiment({ name: 'observed' });
      await store.experiments.create(experiment);
      await store.experiments.observe(experiment.id, [anObservation()], someTime);
    },
    observations: ({ store }) =>
      each(['mean', 'ratio'] as const, async (kind) => {
        for (const rows of [null, 20])
          await store.experiments.observations(newExperimentId(), { metric: 1, kind, rows });
      }),
    judgements: ({ store }) => store.experiments.judgements(newExperimentId(), 1),
    costOf: ({ store }) => store.experiments.costOf(newExperimentId(), 1),
    unitsMeasured: ({ store }) => store.experiments.unitsMeasured(newExperimentId(), 1),
    measured: ({ store }) => store.experiments.measured(newExperimentId(), { metric: 1, variant: 1 }, 5),
    observed: ({ store }) => store.experiments.observed(newExperimentId(), 1, 'user:ada'),
    unobserve: async ({ store }) => {
      const experiment = anExperiment({ name: 'unobserved' });
      await store.experiments.create(experiment);
      await store.experiments.observe(experiment.id, [anObservation()], someTime);
      await store.experiments.unobserve(experiment.id, [1, 2], [{ unit: '1', repetition: 1 }]);
    },
    deciding: ({ store, project }) => each([project, null], (scope) => store.experiments.deciding(scope)),
    start: async ({ store }) => {
      const experiment = anExperiment({ name: 'started', unit: 'session' });
      await store.experiments.create(experiment);
      await store.experiments.start(experiment.id, () => true, someTime);
    },
  },
  assignments: {
    of: ({ store }) => store.assignments.of(newExperimentId(), 'user:ada'),
    counts: ({ store }) => store.assignments.counts(newExperimentId()),
    sessions: ({ store }) => store.assignments.sessions(newExperimentId()),
  },
  sessionExperiments: {
    anyDeciding: ({ store }) => store.sessionExperiments.anyDeciding(),
    ofSession: ({ store, session }) => store.sessionExperiments.ofSession(session.id),
  },
  sessionFacts: {
    of: ({ store, session }) => store.sessionFacts.of([session.id]),
    begun: ({ store, project }) =>
      each([null, project], (one) =>
        each([undefined, hidden], (without) =>
          store.sessionFacts.begun({ project: one, hidden: without, since: someTime }, 5),
        ),
      ),
  },
  optimizations: {
    withIdPrefix: ({ store }) => store.optimizations.withIdPrefix('o'),
    list: async ({ store, project }) => {
      await each([{}, { status: 'paused' }, { project }, { hidden }] as const, async (filter) => {
        await store.optimizations.list(filter, { limit: 2 });
        await store.optimizations.count(filter);
      });
      const after = { id: newOptimizationId(), createdAt: someTime };
      await store.optimizations.list({}, { limit: 2, after });
    },
    count: ({ store }) => store.optimizations.count({}),
    tallies: ({ store }) => store.optimizations.tallies([newOptimizationId()]),
  },
  optimizationJournal: {
    create: ({ store }) => store.optimizationJournal.create(anOptimization(), someDataRows(2)),
    optimization: ({ store }) => store.optimizationJournal.optimization(newOptimizationId()),
    rows: ({ store }) => store.optimizationJournal.rows(newOptimizationId()),
    recorded: ({ store }) => store.optimizationJournal.recorded(newOptimizationId(), 'k'),
    putCandidate: async ({ store }) => {
      const optimization = anOptimization();
      await store.optimizationJournal.create(optimization, []);
      await each([1, 2], () => store.optimizationJournal.putCandidate(optimization.id, aCandidate()));
    },
    candidates: ({ store }) => store.optimizationJournal.candidates(newOptimizationId()),
    take: ({ store }) =>
      each([null, anOwner], (replaces) =>
        store.optimizationJournal.take(newOptimizationId(), anOwner, replaces, someTime),
      ),
    leave: ({ store }) => store.optimizationJournal.leave(newOptimizationId(), anOwner, null, someTime),
    complete: async ({ store }) => {
      const optimization = anOptimization();
      await store.optimizationJournal.create(optimization, []);
      await store.optimizationJournal.take(optimization.id, anOwner, null, someTime);
      const question = { optimization: optimization.id, key: 'k', row: 1, owner: anOwner };
      await store.executionJournal.begin(anExecution({ place: question }), aCall(), ceilings);
      await store.optimizationJournal.complete(optimization.id, anOwner, anOutcome(), someTime);
    },
    noteApplied: ({ store }) =>
      store.optimizationJournal.noteApplied(newOptimizationId(), newPromptVersionId(), someTime),
  },
  batches: {
    withIdPrefix: ({ store }) => store.batches.withIdPrefix('b'),
    named: ({ store }) => store.batches.named('greetings', 2),
    list: async ({ store, project }) => {
      await each([{}, { status: 'running' }, { project }, { hidden }] as const, async (filter) => {
        await store.batches.list(filter, { limit: 2 });
        await store.batches.count(filter);
      });
      await store.batches.list({}, { limit: 2, after: { id: newBatchId(), createdAt: someTime } });
    },
    count: ({ store }) => store.batches.count({}),
    tally: ({ store, batch }) => store.batches.tally(batch.id),
    rangesLeft: ({ store, batch }) => store.batches.rangesLeft(batch.id, 200),
    items: ({ store, batch }) => store.batches.items(batch.id, 'failed', 9),
    problems: async ({ store, batch, worker }) => {
      await store.batchJournal.claim(batch.id, worker, 1, someTime);
      await store.batchJournal.fail(batch.id, worker, 2, { code: 'c', message: 'It failed.' });
      await store.batches.problems(batch.id);
    },
    ambiguous: ({ store, batch }) => store.batches.ambiguous(batch.id),
    leftBy: ({ store, batch, worker }) => store.batches.leftBy(batch.id, [worker]),
    results: ({ store, batch }) => store.batches.results(batch.id, { limit: 2 }),
  },
  batchJournal: {
    create: ({ store }) => store.batchJournal.create(loading),
    batch: ({ store, batch }) => store.batchJournal.batch(batch.id),
    addItems: ({ store }) => store.batchJournal.addItems(loading.id, someProcess, someItems(1), someTime),
    loaded: ({ store }) => store.batchJournal.loaded(loading.id, someProcess, someTime),
    claim: ({ store, worker }) => store.batchJournal.claim(loading.id, worker, 1, someTime),
    isOver: ({ store }) => store.batchJournal.isOver(loading.id, { first: 1, last: 200 }),
    holders: ({ store }) => store.batchJournal.holders(loading.id),
    giveBack: ({ store, worker }) => store.batchJournal.giveBack(loading.id, worker, [1]),
    fail: ({ store, worker }) =>
      store.batchJournal.fail(loading.id, worker, 1, { code: 'c', message: 'No.' }),
    release: async ({ store, worker }) => {
      await store.batchJournal.claim(loading.id, worker, 1, someTime);
      const place = { batch: loading.id, position: 1, worker, callsBefore: 0 };
      await store.executionJournal.begin(anExecution({ place }), aCall(), noCeilings);
      await store.batchJournal.release(loading.id, worker);
    },
    takeSlots: ({ store, batch }) => store.batchJournal.takeSlots(batch.id, 2, 500, someTime),
    pause: ({ store, batch }) => store.batchJournal.pause(batch.id, null, someTime),
    resume: ({ store, batch }) => store.batchJournal.resume(batch.id, batch.settings, someTime),
    complete: ({ store, batch }) => store.batchJournal.complete(batch.id, someTime),
    retry: ({ store, batch }) => store.batchJournal.retry(batch.id, someTime),
    cancel: ({ store, batch }) => store.batchJournal.cancel(batch.id, someTime),
    discard: async ({ store }) => {
      const loading = aBatch();
      await store.batchJournal.create(loading);
      await store.batchJournal.discard(loading.id);
    },
  },
  workers: {
    register: ({ store }) => store.workers.register(aWorker()),
    beat: ({ store, worker }) => store.workers.beat(worker, 1, someTime),
    drain: ({ store, worker }) => store.workers.drain(worker),
    present: ({ store }) => store.workers.present(),
    worker: ({ store, worker }) => store.workers.worker(worker),
    list: async ({ store }) => {
      await store.workers.list(['running'], { limit: 2 });
      await store.workers.list(['running'], { limit: 2, after: [someTime.toISOString(), 'k'] });
    },
    count: ({ store }) => store.workers.count(['running']),
    clock: async ({ store }) => {
      await store.workers.clock({ now: () => someTime });
      // A file's store asks nothing for it.
      await store.workers.present();
    },
    withIdPrefix: ({ store }) => store.workers.withIdPrefix('k'),
    stop: ({ store, worker }) => store.workers.stop(worker, someTime),
  },
  ratings: {
    add: ({ store, session }) =>
      store.ratings.add({ session: session.id, phase: 'planning', rating: 4, note: null, ...by }),
    ofSession: ({ store, session }) => store.ratings.ofSession(session.id),
  },
  executions: {
    withIdPrefix: ({ store }) => store.executions.withIdPrefix('x'),
    whole: ({ store, execution }) => store.executions.whole(execution),
    wholeInBatches: ({ store, execution }) => all(store.executions.wholeInBatches([execution])),
    attempts: ({ store, execution }) => store.executions.attempts(execution),
    attemptsOf: ({ store, execution }) => store.executions.attemptsOf([execution, newExecutionId()]),
    pastedAnswers: ({ store, execution }) => store.executions.pastedAnswers([execution]),
    list: async (ground) => {
      const { store, execution: id } = ground;
      await each(executionFilters(ground), (filter) => store.executions.list(filter, { limit: 2 }));
      await store.executions.list({}, { limit: 2, after: { id, at: someTime } });
    },
    ofSession: ({ store, session }) => store.executions.ofSession(session.id),
    ofRun: ({ store, run }) => store.executions.ofRun(run),
    beginningWith: ({ store }) => store.executions.beginningWith('x', 2),
    excerpts: ({ store, execution }) => store.executions.excerpts([execution, newExecutionId()]),
    count: async (ground) => {
      await each(executionFilters(ground), (filter) => ground.store.executions.count(filter));
    },
    spentFor: ({ store, session }) => store.executions.spentFor(session.id),
    spentSince: ({ store }) => store.executions.spentSince(someTime),
    search: async ({ store, project }) => {
      await store.executions.search({ text: 'is', filter: {}, limit: 9 });
      await store.executions.search({
        text: '"it is" -draft',
        filter: { project, status: 'failed' },
        limit: 9,
      });
    },
    stats: ({ store }) => each(executionGroupings, (grouping) => store.executions.stats({}, grouping)),
    prunable: ({ store }) =>
      each(['keep', 'remove'] as const, (ofSessions) => store.executions.prunable({ ...pruned, ofSessions })),
    prune: ({ store }) =>
      each(['keep', 'remove'] as const, (ofSessions) => store.executions.prune({ ...pruned, ofSessions })),
    redactable: ({ store, execution: id }) =>
      store.executions.redactable({ subject: { kind: 'execution', id }, texts: [SECRET], note: null, ...by }),
    redact: ({ store, execution: id }) =>
      store.executions.redact({ subject: { kind: 'execution', id }, texts: [SECRET], note: null, ...by }),
  },
};

/** Asked and finished by the journal's methods. */
const asked = newExecutionId();
const begun = { id: asked, place: null };
/** The same for an item of a batch. */
const askedForItem = newExecutionId();
const loading = aBatch();

function itemOf({ batch, worker }: Ground) {
  return { batch: batch.id, position: 1, worker, callsBefore: 0 };
}
