import { join } from 'node:path';
import type { App } from '../../src/app.js';
import * as operations from '../../src/operations/index.js';
import { exampleText } from '../cli/harness.js';
import { dataOf } from '../fixtures/data-rows.js';
import { idleEngine, unwatched } from '../fixtures/idle-engine.js';
import { pausedOptimization, searchTerms, wonOptimization } from '../fixtures/kept-optimizations.js';
import { FLOW, flowFile, greetings, type WorldSessions } from './filled-world.js';

type Call = (app: App, sessions: WorldSessions) => Promise<unknown>;
type OperationName = {
  [Name in keyof typeof operations]: (typeof operations)[Name] extends { readonly input: unknown }
    ? Name
    : never;
}[keyof typeof operations];

const given = (example: string) => operations.fromLibrary(exampleText(example));
const fake = (answer: string) => `fake:${join(import.meta.dirname, `../fixtures/fake-${answer}.yaml`)}`;
const followed = (app: App) => ({ ...app, follow: { signal: new AbortController().signal } });
const ask = { text: operations.fromLibrary('Say hello.'), model: 'fake' };
const review = { prompt: 'review' };
const content = { text: operations.fromLibrary('Look. {{ feature_request }} {{ analysis_template }}') };
const newest = { batch: 'latest' };
const latest = { execution: 'latest' };
const someday = { before: new Date(2099, 0, 1) };
const folderOf = (app: App) => `${app.store.location}-prompts`;
const workspaceOf = (app: App) => `${app.store.location}-planning`;
const run = (app: App, approve: 'all' | 'none') =>
  operations.runSession(followed(app), {
    request: given('request.md'),
    model: fake('planning'),
    models: { analysis: fake('analysis'), implementation: fake('report') },
    ...(approve === 'none' ? { approve } : {}),
  });
const attempt = async (app: App, session: string) => {
  const { attempts } = await operations.showSession(app, { session });
  return attempts.find(({ step, outcome }) => step === 'process' && outcome === 'accepted')?.id ?? '';
};

const flow = { named: FLOW };
const runFlow = (app: App) => operations.runWorkflow(followed(app), { workflow: flow });
const waiting = async (app: App) => {
  const { run, gates } = await operations.showWorkflowRun(app, {});
  return { run: run.id, content: gates[0]?.checksum ?? '' };
};

const runTone = (app: App) =>
  operations.runExperiment(app, { experiment: 'tone-1', model: 'fake', rows: dataOf({ who: 'Ada' }) });

const steps = { experiment: 'steps-1' };
const startSteps = (app: App) => operations.startExperiment(app, steps);
/** An own one for each, so that it is the first time. */
const planned = (app: App) =>
  operations.planSession(app, { request: operations.fromLibrary('Add a page'), quick: true });

/** What has to be done before some of them, which does not count. */
export const before: Partial<Record<OperationName, Call>> = {
  approveGate: runFlow,
  rejectGate: runFlow,
  approveStep: (app) => run(app, 'all'),
  rejectStep: (app) => run(app, 'all'),
  showRun: (app) => run(app, 'all'),
  // What is there comes back: some of it as it still is, and some of it anew.
  importPrompts: async (app) => {
    await operations.exportPrompts(app, { folder: folderOf(app) });
    const { prompts } = await operations.listPrompts(app, { kind: 'analysis', limit: 1000 });
    const gone = prompts.filter((_, at) => at % 2 === 0);
    for (const { name } of gone) await operations.deletePrompt(app, { prompt: name });
  },
  importWorkspace: async (app) => {
    await operations.exportSessions(app, { workspace: workspaceOf(app) });
    const { sessions } = await operations.listSessions(app, { limit: 1000 });
    const gone = sessions.filter((_, at) => at % 2 === 0);
    for (const { id } of gone) await operations.deleteSession(app, { session: id });
    await app.store.sessions.purgeDeletedBefore(someday.before);
  },
  cancelBatch: (app) => operations.retryBatch(app, newest),
  pauseBatch: (app) => operations.retryBatch(app, newest),
  resumeBatch: (app) => operations.retryBatch(app, newest),
  stopExperiment: (app) => runTone(app),
  pauseExperiment: startSteps,
  recordObservation: async (app) => {
    await startSteps(app);
    await planned(app);
  },
  resumeOptimization: (app) => pausedOptimization(app, 'review'),
  showOptimization: (app) => pausedOptimization(app, 'review'),
  restorePrompt: (app) => operations.deletePrompt(app, review),
  releaseLabel: (app) => operations.protectLabel(app, { label: 'staging' }),
  revokeRole: (app) => operations.grantRole(app, { login: 'bob', role: 'reader', global: true }),
};

/** A call of every operation, in a world that has many of everything or few. */
export const calls: Readonly<Record<OperationName, Call>> = {
  addTemplate: (app) =>
    operations.addTemplate(app, { kind: 'analysis', name: 'b', content, place: 'replace' }),
  applyOptimization: async (app) =>
    operations.applyOptimization(app, { optimization: await wonOptimization(app, 'review') }),
  analyzeExperiment: (app) => operations.analyzeExperiment(app, { experiment: 'tone-1' }),
  approveGate: async (app) => operations.approveGate(app, await waiting(app)),
  approveStep: (app) => operations.approveStep(app, {}),
  archiveExperiment: (app) => operations.archiveExperiment(app, { experiment: 'tone-1' }),
  archiveProject: (app) => operations.archiveProject(app, { project: 'shop' }),
  batchResults: async (app) => {
    const { rows } = await operations.batchResults(app, newest);
    for await (const _ of rows);
  },
  batchStatus: (app) => operations.batchStatus(app, newest),
  cancelBatch: (app) => operations.cancelBatch(app, newest),
  cacheStats: (app) => operations.cacheStats(app, {}),
  cancelSession: (app) => operations.cancelSession(app, {}),
  cancelWorkflowRun: async (app) => operations.cancelWorkflowRun(app, await waiting(app)),
  clearCache: (app) => operations.clearCache(app, {}),
  compareExecutions: (app) => operations.compareExecutions(app, { before: 'latest', after: 'latest' }),
  completeSession: (app, { implementing: session }) =>
    operations.completeSession(app, { session, answer: given('report.md') }),
  continueSession: (app, { analyzed: session }) =>
    operations.continueSession(app, { session, answer: given('analysis.md') }),
  copyPrompt: (app) => operations.copyPrompt(app, { ...review, name: 'check' }),
  createProject: (app) => operations.createProject(app, { name: 'other', root: null }),
  createPrompt: (app) => operations.createPrompt(app, { name: 'made', content }),
  createExperiment: (app) => operations.createExperiment(app, greetings('another')),
  createWorkflow: (app) => operations.createWorkflow(app, { file: flowFile('another') }),
  deleteProject: (app) => operations.deleteProject(app, { project: 'project-1' }),
  deletePrompt: (app) => operations.deletePrompt(app, review),
  deleteSession: (app) => operations.deleteSession(app, {}),
  diffPrompts: (app) => operations.diffPrompts(app, { before: 'review' }),
  draftStubs: (app) => operations.draftStubs(app, { workflow: flow }),
  drainWorkers: (app) => operations.drainWorkers(app, {}),
  dryRunWorkflow: (app) => operations.dryRunWorkflow(followed(app), { workflow: flow }),
  experimentStatus: (app) => operations.experimentStatus(app, { experiment: 'tone-1' }),
  exportDocument: (app) => operations.exportDocument(app, {}),
  exportExecutions: (app) =>
    operations.exportExecutions(app, { format: 'md', write: () => Promise.resolve() }),
  exportPages: (app) => operations.exportPages(app, {}),
  exportPrompts: (app) => operations.exportPrompts(app, { folder: folderOf(app) }),
  exportSessions: (app) => operations.exportSessions(app, { workspace: workspaceOf(app) }),
  exportWorkflow: (app) => operations.exportWorkflow(app, { workflow: FLOW }),
  exportWorkflowRun: (app) => operations.exportWorkflowRun(app, {}),
  forecastPrompt: (app) => operations.forecastPrompt(app, ask),
  gatherContext: (app) => operations.gatherContext(app, { request: 'pages' }),
  grantRole: (app) => operations.grantRole(app, { login: 'bob', role: 'reader', global: true }),
  graphWorkflow: (app) => operations.graphWorkflow(app, { workflow: flow }),
  importPrompts: (app) => operations.importPrompts(app, { path: folderOf(app), force: true }),
  importWorkspace: (app) => operations.importWorkspace(app, { workspace: workspaceOf(app) }),
  issueAnalysis: (app, { processed: session }) => operations.issueAnalysis(app, { session }),
  issueImplementation: (app, { saved: session }) => operations.issueImplementation(app, { session }),
  linkSessions: (app) => operations.linkSessions(app, {}),
  listAliases: (app) => operations.listAliases(app, {}),
  listAudit: (app) => operations.listAudit(app, {}),
  listOptimizations: (app) => operations.listOptimizations(app, {}),
  resumeOptimization: (app) => operations.resumeOptimization(app, { optimization: 'latest' }),
  runOptimization: (app) => operations.runOptimization(app, searchTerms('review')),
  showOptimization: (app) => operations.showOptimization(app, { optimization: 'latest' }),
  listExperiments: (app) => operations.listExperiments(app, {}),
  listBatches: (app) => operations.listBatches(app, {}),
  listExecutions: (app) => operations.listExecutions(app, {}),
  listLabels: (app) => operations.listLabels(app, review),
  listMembers: (app) => operations.listMembers(app, {}),
  listModels: (app) => operations.listModels(app, {}),
  listPrices: (app) => operations.listPrices(app, { pattern: 'haiku' }),
  listProjects: (app) => operations.listProjects(app, {}),
  listPrompts: (app) => operations.listPrompts(app, {}),
  listProtectedLabels: (app) => operations.listProtectedLabels(app, {}),
  listSessions: (app) => operations.listSessions(app, {}),
  listTags: (app) => operations.listTags(app, {}),
  listTemplates: (app) => operations.listTemplates(app, {}),
  listVersions: (app) => operations.listVersions(app, review),
  listWorkers: (app) => operations.listWorkers(app, {}),
  listWorkflowRuns: (app) => operations.listWorkflowRuns(app, { limit: 1000 }),
  listWorkflows: (app) => operations.listWorkflows(app, { limit: 1000 }),
  moveLabel: (app) => operations.moveLabel(app, { ...review, label: 'staging' }),
  movePrompt: (app) => operations.movePrompt(app, { ...review, to: { project: 'shop' } }),
  pauseBatch: (app) => operations.pauseBatch(app, newest),
  planBatch: (app) => operations.planBatch(app, { requests: operations.fromLibrary('One\nTwo\n') }),
  planSession: (app) => operations.planSession(app, { request: given('request.md') }),
  prepareWorkers: (app) => operations.prepareWorkers({ ...app, engine: idleEngine }, {}),
  previewProjectDeletion: (app) => operations.previewProjectDeletion(app, { project: 'shop' }),
  previewPruning: (app) => operations.previewPruning(app, someday),
  previewRedaction: (app) => operations.previewRedaction(app, { ...latest, texts: ['taken'] }),
  processAnswer: (app, { planned: session }) =>
    operations.processAnswer(app, { session, answer: given('planning-answer.md') }),
  promoteExperiment: (app) =>
    operations.promoteExperiment(app, { experiment: 'tone-1', variant: 'b', label: 'best' }),
  promptUses: (app) => operations.promptUses(app, review),
  promptVariables: (app) => operations.promptVariables(app, review),
  protectLabel: (app) => operations.protectLabel(app, { label: 'staging' }),
  pruneCache: (app) => operations.pruneCache(app, { maxBytes: 0 }),
  pruneExecutions: (app) => operations.pruneExecutions(app, someday),
  ratePhase: (app) => operations.ratePhase(app, { rating: 4 }),
  redactExecution: (app) => operations.redactExecution(app, { ...latest, texts: ['taken'] }),
  rejectGate: async (app) => operations.rejectGate(app, await waiting(app)),
  rejectStep: (app) => operations.rejectStep(app, {}),
  releaseLabel: (app) => operations.releaseLabel(app, { label: 'staging' }),
  removeAlias: (app) => operations.removeAlias(app, { name: 'quick-1' }),
  renamePrompt: (app) => operations.renamePrompt(app, { ...review, name: 'check' }),
  renderPrompt: (app) => operations.renderPrompt(app, { ...review, assignments: ['who=you'] }),
  repeatPrompt: (app) => operations.repeatPrompt(app, { ...ask, times: 2 }),
  rerunExecution: async (app) => {
    const { executions } = await operations.listExecutions(app, { model: 'fake' });
    return operations.rerunExecution(app, { execution: executions[0]?.id ?? '' });
  },
  resolveTemplates: (app) => operations.resolveTemplates(app, {}),
  restorePrompt: (app) => operations.restorePrompt(app, review),
  resumeWorkflowRun: (app) => operations.resumeWorkflowRun(followed(app), {}),
  resumeBatch: (app) => operations.resumeBatch(app, newest),
  retryBatch: (app) => operations.retryBatch(app, newest),
  retryStep: async (app, { processed: session }) =>
    operations.retryStep(app, { session, attempt: await attempt(app, session), force: true }),
  reviseRequest: (app) =>
    operations.reviseRequest(app, { request: operations.fromLibrary('Add it by mail and by phone') }),
  revokeRole: (app) => operations.revokeRole(app, { login: 'bob', global: true }),
  rollbackPrompt: (app) => operations.rollbackPrompt(app, { ...review, version: '1' }),
  runBatch: (app) => operations.runBatch(app, { ...review, model: 'fake', rows: dataOf({ who: 'Ada' }) }),
  reportExperiment: (app) => operations.reportExperiment(app, { experiment: 'tone-1' }),
  runExperiment: (app) => runTone(app),
  runPrompt: (app) => operations.runPrompt(app, ask),
  runSession: (app) => run(app, 'none'),
  runStep: (app, { planned: session }) =>
    operations.runStep(followed(app), { session, step: 'process', model: fake('planning') }),
  runWorkflow: runFlow,
  saveAnalysis: (app, { analyzed: session }) =>
    operations.saveAnalysis(app, { session, answer: given('analysis.md') }),
  searchExecutions: (app) => operations.searchExecutions(app, { text: 'brief' }),
  searchPrompts: (app) => operations.searchPrompts(app, { text: 'review' }),
  sessionHistory: (app) => operations.sessionHistory(app, {}),
  sessionStatus: (app) => operations.sessionStatus(app, {}),
  sessionTimeline: (app) => operations.sessionTimeline(app, {}),
  setAlias: (app) => operations.setAlias(app, { name: 'new', target: 'fake' }),
  showAttempt: async (app, { processed: session }) =>
    operations.showAttempt(app, { session, attempt: await attempt(app, session) }),
  showExecution: (app) => operations.showExecution(app, latest),
  showModel: (app) => operations.showModel(app, { model: 'fake' }),
  showProject: (app) => operations.showProject(app, { project: 'shop' }),
  showPrompt: (app) => operations.showPrompt(app, review),
  showRun: (app) => operations.showRun(app, {}),
  showSession: (app) => operations.showSession(app, {}),
  showExperiment: (app) => operations.showExperiment(app, { experiment: 'tone-1' }),
  showWorkflow: (app) => operations.showWorkflow(app, { workflow: FLOW }),
  showWorkflowRun: (app) => operations.showWorkflowRun(app, {}),
  startWorker: (app) =>
    operations.startWorker({ ...app, engine: idleEngine, worker: unwatched }, { once: true }),
  startExperiment: startSteps,
  pauseExperiment: (app) => operations.pauseExperiment(app, steps),
  planExperiment: (app) => operations.planExperiment(app, steps),
  recordObservation: (app) =>
    operations.recordObservation(app, {
      ...steps,
      unit: app.config.values.actor,
      metric: 'success',
      value: 1,
    }),
  stopExperiment: (app) => operations.stopExperiment(app, { experiment: 'tone-1' }),
  summarizeExecutions: (app) => operations.summarizeExecutions(app, { by: 'session' }),
  tagPrompt: (app) => operations.tagPrompt(app, { ...review, add: ['daily'] }),
  testModel: (app) => operations.testModel(app, { model: 'fake' }),
  testTemplate: (app, { processed: against }) =>
    operations.testTemplate(app, { template: { name: 'builtin/orchestrator' }, against }),
  undoMove: (app) => operations.undoMove(app, {}),
  updateProject: (app) => operations.updateProject(app, { project: 'project-1', description: 'Tea' }),
  updatePrompt: (app) => operations.updatePrompt(app, { ...review, tags: ['daily'] }),
  updateTemplate: (app) => operations.updateTemplate(app, { template: 'template-1', content }),
  useProject: (app) => operations.useProject(app, { project: 'shop' }),
  useSession: (app, { saved: session }) => operations.useSession(app, { session }),
  validateWorkflow: (app) => operations.validateWorkflow(app, { workflow: flow }),
  verifyAudit: (app) => operations.verifyAudit(app, {}),
};
