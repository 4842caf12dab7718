import { join } from 'node:path';
import type { App } from '../../src/app.js';
import * as operations from '../../src/operations/index.js';
import { exampleText } from '../cli/harness.js';
import type { WorldSessions } from './filled-world.js';

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

/** What has to be done before some of them, which does not count. */
export const before: Partial<Record<OperationName, Call>> = {
  approveStep: (app) => run(app, 'all'),
  rejectStep: (app) => run(app, 'all'),
  showRun: (app) => run(app, 'all'),
  importPrompts: (app) => operations.exportPrompts(app, { folder: folderOf(app) }),
  importWorkspace: (app) => operations.exportSessions(app, { workspace: workspaceOf(app) }),
  restorePrompt: (app) => operations.deletePrompt(app, review),
  revokeRole: (app) => operations.grantRole(app, { login: 'bob', role: 'reader', global: true }),
};

/** A call of every operation, in a world that has many of everything or few. */
export const calls: Readonly<Record<OperationName, Call>> = {
  addTemplate: (app) =>
    operations.addTemplate(app, { kind: 'analysis', name: 'b', content, place: 'replace' }),
  approveStep: (app) => operations.approveStep(app, {}),
  archiveProject: (app) => operations.archiveProject(app, { project: 'shop' }),
  cacheStats: (app) => operations.cacheStats(app, {}),
  cancelSession: (app) => operations.cancelSession(app, {}),
  clearCache: (app) => operations.clearCache(app, {}),
  compareExecutions: (app) => operations.compareExecutions(app, { before: 'latest', after: 'latest' }),
  completeSession: (app, { implementing: session }) =>
    operations.completeSession(app, { session, answer: given('report.md') }),
  continueSession: (app, { analyzed: session }) =>
    operations.continueSession(app, { session, answer: given('analysis.md') }),
  copyPrompt: (app) => operations.copyPrompt(app, { ...review, name: 'check' }),
  createProject: (app) => operations.createProject(app, { name: 'other', root: null }),
  createPrompt: (app) => operations.createPrompt(app, { name: 'made', content }),
  deleteProject: (app) => operations.deleteProject(app, { project: 'project-1' }),
  deletePrompt: (app) => operations.deletePrompt(app, review),
  deleteSession: (app) => operations.deleteSession(app, {}),
  diffPrompts: (app) => operations.diffPrompts(app, { before: 'review' }),
  exportDocument: (app) => operations.exportDocument(app, {}),
  exportExecutions: (app) =>
    operations.exportExecutions(app, { format: 'md', write: () => Promise.resolve() }),
  exportPages: (app) => operations.exportPages(app, {}),
  exportPrompts: (app) => operations.exportPrompts(app, { folder: folderOf(app) }),
  exportSessions: (app) => operations.exportSessions(app, { workspace: workspaceOf(app) }),
  forecastPrompt: (app) => operations.forecastPrompt(app, ask),
  gatherContext: (app) => operations.gatherContext(app, { request: 'pages' }),
  grantRole: (app) => operations.grantRole(app, { login: 'bob', role: 'reader', global: true }),
  importPrompts: (app) => operations.importPrompts(app, { path: folderOf(app) }),
  importWorkspace: (app) => operations.importWorkspace(app, { workspace: workspaceOf(app) }),
  issueAnalysis: (app, { processed: session }) => operations.issueAnalysis(app, { session }),
  issueImplementation: (app, { saved: session }) => operations.issueImplementation(app, { session }),
  linkSessions: (app) => operations.linkSessions(app, {}),
  listAliases: (app) => operations.listAliases(app, {}),
  listAudit: (app) => operations.listAudit(app, {}),
  listExecutions: (app) => operations.listExecutions(app, {}),
  listLabels: (app) => operations.listLabels(app, review),
  listMembers: (app) => operations.listMembers(app, {}),
  listModels: (app) => operations.listModels(app, {}),
  listPrices: (app) => operations.listPrices(app, { pattern: 'haiku' }),
  listProjects: (app) => operations.listProjects(app, {}),
  listPrompts: (app) => operations.listPrompts(app, {}),
  listSessions: (app) => operations.listSessions(app, {}),
  listTags: (app) => operations.listTags(app, {}),
  listTemplates: (app) => operations.listTemplates(app, {}),
  listVersions: (app) => operations.listVersions(app, review),
  moveLabel: (app) => operations.moveLabel(app, { ...review, label: 'staging' }),
  movePrompt: (app) => operations.movePrompt(app, { ...review, to: { project: 'shop' } }),
  planBatch: (app) => operations.planBatch(app, { requests: operations.fromLibrary('One\nTwo\n') }),
  planSession: (app) => operations.planSession(app, { request: given('request.md') }),
  previewProjectDeletion: (app) => operations.previewProjectDeletion(app, { project: 'shop' }),
  previewPruning: (app) => operations.previewPruning(app, someday),
  previewRedaction: (app) => operations.previewRedaction(app, latest),
  processAnswer: (app, { planned: session }) =>
    operations.processAnswer(app, { session, answer: given('planning-answer.md') }),
  promptUses: (app) => operations.promptUses(app, review),
  promptVariables: (app) => operations.promptVariables(app, review),
  pruneCache: (app) => operations.pruneCache(app, { maxBytes: 0 }),
  pruneExecutions: (app) => operations.pruneExecutions(app, someday),
  ratePhase: (app) => operations.ratePhase(app, { rating: 4 }),
  redactExecution: (app) => operations.redactExecution(app, { ...latest, texts: ['brief'] }),
  rejectStep: (app) => operations.rejectStep(app, {}),
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
  retryStep: async (app, { processed: session }) =>
    operations.retryStep(app, { session, attempt: await attempt(app, session), force: true }),
  reviseRequest: (app) =>
    operations.reviseRequest(app, { request: operations.fromLibrary('Add it by mail and by phone') }),
  revokeRole: (app) => operations.revokeRole(app, { login: 'bob', global: true }),
  rollbackPrompt: (app) => operations.rollbackPrompt(app, { ...review, version: '1' }),
  runPrompt: (app) => operations.runPrompt(app, ask),
  runSession: (app) => run(app, 'none'),
  runStep: (app, { planned: session }) =>
    operations.runStep(followed(app), { session, step: 'process', model: fake('planning') }),
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
  verifyAudit: (app) => operations.verifyAudit(app, {}),
};
