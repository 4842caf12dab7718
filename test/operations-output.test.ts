import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type App, openApp, openDbApp } from '../src/app.js';
import type { DataRows } from '../src/engine/batch/data-row.js';
import * as auditOutputs from '../src/operations/audit/outputs.js';
import * as batchOutputs from '../src/operations/batch/outputs.js';
import * as cacheOutputs from '../src/operations/cache/outputs.js';
import { dbBackup } from '../src/operations/db/db-backup.js';
import { dbCheck } from '../src/operations/db/db-check.js';
import { dbCurrent } from '../src/operations/db/db-current.js';
import { dbExport } from '../src/operations/db/db-export.js';
import { dbHistory } from '../src/operations/db/db-history.js';
import { dbImport } from '../src/operations/db/db-import.js';
import { dbDowngrade, dbUpgrade } from '../src/operations/db/db-migrate.js';
import { dbRestore } from '../src/operations/db/db-restore.js';
import { dbUrl } from '../src/operations/db/db-url.js';
import { dbVacuum } from '../src/operations/db/db-vacuum.js';
import * as dbOutputs from '../src/operations/db/outputs.js';
import * as executionOutputs from '../src/operations/execution/outputs.js';
import * as runOutputs from '../src/operations/execution/run-outputs.js';
import {
  experimentAnalysisOutput,
  experimentPromoteOutput,
  experimentReportOutput,
} from '../src/operations/experiment/analysis-outputs.js';
import * as experimentOutputs from '../src/operations/experiment/outputs.js';
import * as operations from '../src/operations/index.js';
import * as modelOutputs from '../src/operations/model/outputs.js';
import * as optimizationOutputs from '../src/operations/optimize/outputs.js';
import * as templateOutputs from '../src/operations/orchestration-template/outputs.js';
import * as projectOutputs from '../src/operations/project/outputs.js';
import { promptDiffOutput } from '../src/operations/prompt/diff-outputs.js';
import * as promptOutputs from '../src/operations/prompt/outputs.js';
import * as promptReadOutputs from '../src/operations/prompt/read-outputs.js';
import * as syncOutputs from '../src/operations/prompt/sync/outputs.js';
import * as sessionOutputs from '../src/operations/session/outputs.js';
import * as sessionRunOutputs from '../src/operations/session/run/run-outputs.js';
import * as transferOutputs from '../src/operations/transfer/outputs.js';
import * as workerOutputs from '../src/operations/worker/outputs.js';
import * as workflowOutputs from '../src/operations/workflow/outputs.js';
import * as workflowRunOutputs from '../src/operations/workflow/run/run-outputs.js';
import { exampleText } from './cli/harness.js';
import { dataOf, unreadableData } from './fixtures/data-rows.js';
import { tokens, writeExecution } from './fixtures/executions.js';
import { idleEngine, unwatched } from './fixtures/idle-engine.js';
import { pausedOptimization, searchTerms, wonOptimization } from './fixtures/kept-optimizations.js';
import { wellCut, writeOlderSession } from './fixtures/older-workspace.js';

let folder: string;
let app: App;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-operations-'));
  app = await openApp({ db: ':memory:', cwd: folder, env: { HOME: folder } });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const given = (example: string) => operations.fromLibrary(exampleText(example));
const incomplete = () =>
  operations.fromLibrary(exampleText('planning-answer.md').replace(/### 2\.[\s\S]*/, ''));
const withSecret = () =>
  operations.fromLibrary(`${exampleText('planning-answer.md')}\nKey: AKIA${'AB3D'.repeat(4)}\n`);

/** The ways through a session, each standing on the one before it. */
const plan = () => operations.planSession(app, { request: given('request.md'), featureType: 'feature' });
async function process() {
  await plan();
  return operations.processAnswer(app, { answer: given('planning-answer.md') });
}
async function analyze() {
  await process();
  return operations.issueAnalysis(app, {});
}
async function saveAnalysis() {
  await analyze();
  return operations.saveAnalysis(app, { answer: given('analysis.md') });
}
async function implement() {
  await saveAnalysis();
  return operations.issueImplementation(app, {});
}
async function complete() {
  await implement();
  return operations.completeSession(app, { answer: given('report.md') });
}
const revise = () =>
  operations.reviseRequest(app, {
    request: operations.fromLibrary('Add password reset by mail and by phone'),
  });
const createProject = () => operations.createProject(app, { name: 'shop', root: folder, description: 'Tea' });

type Case = readonly [circumstance: string, schema: z.core.$ZodType, work: () => Promise<unknown>];

/** What is done before an operation, then the operation. */
function after<T>(before: () => Promise<unknown>, work: () => Promise<T>): () => Promise<T> {
  return async () => {
    await before();
    return work();
  };
}

const { continueOutput, moveOutput, processOutput, retryOutput, showOutput, statusOutput } = sessionOutputs;
const { projectListOutput, projectOutput, projectShowOutput } = projectOutputs;

const sessionCases: Readonly<Record<string, readonly Case[]>> = {
  planSession: [
    ['without a project', sessionOutputs.planOutput, plan],
    ['in a project', sessionOutputs.planOutput, after(createProject, plan)],
    ['in an experiment', sessionOutputs.planOutput, () => inAnExperiment()],
  ],
  processAnswer: [
    ['of a whole answer', processOutput, process],
    [
      'of an incomplete one',
      processOutput,
      after(plan, () => operations.processAnswer(app, { answer: incomplete() })),
    ],
    [
      'of one with a credential',
      processOutput,
      after(plan, () => operations.processAnswer(app, { answer: withSecret() })),
    ],
  ],
  issueAnalysis: [
    ['the first time', sessionOutputs.issueOutput, analyze],
    ['again', sessionOutputs.issueOutput, after(analyze, () => operations.issueAnalysis(app, {}))],
  ],
  saveAnalysis: [['', sessionOutputs.saveAnalysisOutput, saveAnalysis]],
  issueImplementation: [['', sessionOutputs.issueOutput, implement]],
  completeSession: [['', sessionOutputs.completeOutput, complete]],
  continueSession: [
    ['without an answer', continueOutput, after(plan, () => operations.continueSession(app, {}))],
    [
      'with an incomplete one',
      continueOutput,
      after(plan, () => operations.continueSession(app, { answer: incomplete() })),
    ],
    [
      'after planning',
      continueOutput,
      after(plan, () => operations.continueSession(app, { answer: given('planning-answer.md') })),
    ],
    [
      'after the analysis',
      continueOutput,
      after(analyze, () => operations.continueSession(app, { answer: given('analysis.md') })),
    ],
    [
      'at the end',
      continueOutput,
      after(implement, () => operations.continueSession(app, { answer: given('report.md') })),
    ],
  ],
  sessionStatus: [
    ['at the beginning', statusOutput, after(plan, () => operations.sessionStatus(app, {}))],
    ['at the end', statusOutput, after(complete, () => operations.sessionStatus(app, {}))],
  ],
  showSession: [
    ['at the beginning', showOutput, after(plan, () => operations.showSession(app, {}))],
    ['at the end', showOutput, after(complete, () => operations.showSession(app, {}))],
    [
      'with a rejected answer',
      showOutput,
      after(plan, async () => {
        await operations.processAnswer(app, { answer: given('report.md') }).catch(() => undefined);
        return operations.showSession(app, {});
      }),
    ],
  ],
  listSessions: [
    ['of none', sessionOutputs.listOutput, () => operations.listSessions(app, {})],
    [
      'of one',
      sessionOutputs.listOutput,
      after(after(createProject, plan), () => operations.listSessions(app, { project: 'shop' })),
    ],
  ],
  useSession: [
    ['', moveOutput, async () => operations.useSession(app, { session: (await plan()).session.id })],
  ],
  cancelSession: [['', moveOutput, after(process, () => operations.cancelSession(app, {}))]],
  deleteSession: [['', sessionOutputs.deleteOutput, after(process, () => operations.deleteSession(app, {}))]],
  undoMove: [['', sessionOutputs.undoOutput, after(process, () => operations.undoMove(app, {}))]],
  reviseRequest: [
    ['before an answer', sessionOutputs.reviseOutput, after(plan, revise)],
    ['at the end', sessionOutputs.reviseOutput, after(complete, revise)],
  ],
  sessionHistory: [
    ['at the beginning', sessionOutputs.historyOutput, after(plan, () => operations.sessionHistory(app, {}))],
    [
      'of a revised session',
      sessionOutputs.historyOutput,
      after(after(process, revise), () => operations.sessionHistory(app, {})),
    ],
  ],
  sessionTimeline: [
    ['', sessionOutputs.timelineOutput, after(complete, () => operations.sessionTimeline(app, {}))],
  ],
  showAttempt: [
    ['of a prompt', sessionOutputs.attemptOutput, after(process, () => shownAttempt('plan'))],
    ['of an answer', sessionOutputs.attemptOutput, after(process, () => shownAttempt('process'))],
  ],
  planBatch: [
    [
      'with a bad entry',
      sessionOutputs.batchOutput,
      () =>
        operations.planBatch(app, { requests: operations.fromLibrary(`One\n${'x'.repeat(300_000)}\nTwo\n`) }),
    ],
  ],
  retryStep: [
    ['of a prompt', retryOutput, after(saveAnalysis, () => operations.retryStep(app, { step: 'analyze' }))],
    ['of a planning answer', retryOutput, after(process, () => retryKept('process'))],
    ['of an analysis', retryOutput, after(saveAnalysis, () => retryKept('save-analysis'))],
    ['of a report', retryOutput, after(complete, () => retryKept('complete'))],
  ],
};

async function shownAttempt(step: 'plan' | 'process') {
  const { attempts } = await operations.showSession(app, {});
  const kept = attempts.find((attempt) => attempt.step === step);
  return operations.showAttempt(app, { attempt: kept?.id ?? '' });
}

async function retryKept(step: 'process' | 'save-analysis' | 'complete') {
  const { attempts } = await operations.showSession(app, {});
  const kept = attempts.find((attempt) => attempt.step === step);
  return operations.retryStep(app, { attempt: kept?.id, force: true });
}

const followed = () => ({ ...app, follow: { signal: new AbortController().signal } });
const fake = (answer: string) => `fake:${join(import.meta.dirname, `fixtures/fake-${answer}.yaml`)}`;
const run = (settings: object = {}) =>
  operations.runSession(followed(), {
    request: given('request.md'),
    model: fake('planning'),
    models: { analysis: fake('analysis'), implementation: fake('report') },
    ...settings,
  });
const { contextOutput, rateOutput, runOutput, stepRunOutput } = sessionRunOutputs;
const runStep = (step: 'process' | 'save-analysis' | 'complete', model: string) =>
  operations.runStep(followed(), { step, model: fake(model) });

const runCases: Readonly<Record<string, readonly Case[]>> = {
  runSession: [
    ['with a gate', runOutput, () => run()],
    ['that stops before its end', runOutput, () => run({ approve: 'none', until: 'analysis' })],
    ['that is completed', runOutput, () => run({ approve: 'none' })],
    ['that fails', runOutput, () => run({ model: fake('report') })],
  ],
  showRun: [['', runOutput, after(run, () => operations.showRun(app, {}))]],
  approveStep: [['', runOutput, after(run, () => operations.approveStep(app, { comment: 'Good.' }))]],
  rejectStep: [['', runOutput, after(run, () => operations.rejectStep(app, {}))]],
  runStep: [
    ['of the planning', stepRunOutput, after(plan, () => runStep('process', 'planning'))],
    ['of the analysis', stepRunOutput, after(process, () => runStep('save-analysis', 'analysis'))],
    ['of the implementation', stepRunOutput, after(saveAnalysis, () => runStep('complete', 'report'))],
  ],
  ratePhase: [
    ['', rateOutput, after(process, () => operations.ratePhase(app, { rating: 4, note: 'Good.' }))],
    ['without a note', rateOutput, after(process, () => operations.ratePhase(app, { rating: 1 }))],
  ],
  gatherContext: [['', contextOutput, () => operations.gatherContext(app, { request: 'pages' })]],
};

const grant = (login: string) => operations.grantRole(app, { project: 'shop', login, role: 'editor' });

const projectCases: Readonly<Record<string, readonly Case[]>> = {
  createProject: [
    ['with a root', projectOutput, createProject],
    ['without one', projectOutput, () => operations.createProject(app, { name: 'shop', root: null })],
  ],
  listProjects: [
    ['of none', projectListOutput, () => operations.listProjects(app, {})],
    ['of one in force', projectListOutput, after(createProject, () => operations.listProjects(app, {}))],
  ],
  showProject: [
    ['', projectShowOutput, after(after(createProject, plan), () => operations.showProject(app, {}))],
  ],
  updateProject: [
    [
      '',
      projectOutput,
      after(createProject, () => operations.updateProject(app, { project: 'shop', root: null })),
    ],
  ],
  useProject: [
    ['', projectOutput, after(createProject, () => operations.useProject(app, { project: 'shop' }))],
  ],
  archiveProject: [
    ['', projectOutput, after(createProject, () => operations.archiveProject(app, { project: 'shop' }))],
  ],
  grantRole: [
    ['the first', projectOutputs.memberChangeOutput, after(createProject, () => grant('ann'))],
    [
      'another',
      projectOutputs.memberChangeOutput,
      after(
        after(createProject, () => grant('ann')),
        () => grant('bob'),
      ),
    ],
  ],
  revokeRole: [
    [
      '',
      projectOutputs.memberChangeOutput,
      after(
        after(createProject, () => grant('ann')),
        () => operations.revokeRole(app, { project: 'shop', login: 'ann' }),
      ),
    ],
  ],
  listMembers: [
    ['of none', projectOutputs.membersOutput, () => operations.listMembers(app, { global: true })],
    [
      'of two',
      projectOutputs.membersOutput,
      after(
        after(createProject, () => grant('ann')),
        () => operations.listMembers(app, { project: 'shop' }),
      ),
    ],
  ],
  previewProjectDeletion: [
    [
      '',
      projectOutputs.projectDeleteOutput,
      after(createProject, () => operations.previewProjectDeletion(app, { project: 'shop' })),
    ],
  ],
  deleteProject: [
    [
      '',
      projectOutputs.projectDeleteOutput,
      after(createProject, () => operations.deleteProject(app, { project: 'shop' })),
    ],
  ],
};

const { auditListOutput, auditVerifyOutput } = auditOutputs;
const listAudit = () => operations.listAudit(app, {});
const verifyAudit = () => operations.verifyAudit(app, { expect: `2:${'a'.repeat(64)}` });
const change = async () =>
  app.library?.audit.append({
    at: new Date(),
    actor: 'ada',
    action: 'setting.set',
    subject: { kind: 'setting', id: null, name: 'actor' },
    before: null,
    after: { someKey: ['b'] },
    note: 'a file',
    forced: false,
  });

const auditCases: Readonly<Record<string, readonly Case[]>> = {
  listAudit: [
    ['of none', auditListOutput, listAudit],
    ['of one', auditListOutput, after(change, listAudit)],
  ],
  verifyAudit: [
    ['of none', auditVerifyOutput, () => operations.verifyAudit(app, {})],
    ['of one, which is not what was noted', auditVerifyOutput, after(change, verifyAudit)],
    ['of two', auditVerifyOutput, after(after(change, change), verifyAudit)],
  ],
};

const ask = (text: string) => ({ text: operations.fromLibrary(text), model: 'fake' });
const runText = (text = 'Say hello.') => operations.runPrompt(app, ask(text));
const withSchema = () =>
  operations.runPrompt(app, {
    ...ask('{"aB": [1]}'),
    schema: { name: 'schema.json', bytes: Buffer.from('{"type":"object"}') },
  });
const setAlias = () => operations.setAlias(app, { name: 'quick', target: 'fake' });
const { promptForecastOutput, promptRepeatOutput, promptRunOutput } = runOutputs;

const modelCases: Readonly<Record<string, readonly Case[]>> = {
  runPrompt: [
    ['of a text', promptRunOutput, () => runText()],
    ['from the cache', promptRunOutput, after(runText, () => runText())],
    ['in a project', promptRunOutput, after(createProject, () => runText())],
    ['with a credential', promptRunOutput, () => runText(`Key: AKIA${'AB3D'.repeat(4)}`)],
    ['with a schema', promptRunOutput, withSchema],
  ],
  repeatPrompt: [
    ['', promptRepeatOutput, () => operations.repeatPrompt(app, { ...ask('Say hello.'), times: 2 })],
  ],
  forecastPrompt: [
    [
      'of a model without a key',
      promptForecastOutput,
      () =>
        operations.forecastPrompt(app, { ...ask('Say hello.'), model: 'openai:gpt-5-mini', maxCost: 0.01 }),
    ],
    [
      'with a file and options',
      promptForecastOutput,
      () =>
        operations.forecastPrompt(app, {
          ...ask('Read this.'),
          attachments: [{ name: 'a.txt', bytes: Buffer.from('text') }],
          options: ['aB={"cD":1}'],
        }),
    ],
    [
      'of what is known',
      promptForecastOutput,
      after(runText, () => operations.forecastPrompt(app, ask('Say hello.'))),
    ],
  ],
  listModels: [
    ['without aliases', modelOutputs.modelListOutput, () => operations.listModels(app, {})],
    [
      'with aliases and models',
      modelOutputs.modelListOutput,
      after(setAlias, () => operations.listModels(app, { provider: 'anthropic' })),
    ],
  ],
  showModel: [
    ['that can be asked', modelOutputs.modelShowOutput, () => operations.showModel(app, { model: 'fake' })],
    [
      'without its key',
      modelOutputs.modelShowOutput,
      () => operations.showModel(app, { model: 'openai:gpt-5-mini' }),
    ],
    ['that is an agent', modelOutputs.modelShowOutput, () => operations.showModel(app, { model: 'claude' })],
  ],
  testModel: [['', promptRunOutput, () => operations.testModel(app, { model: 'fake' })]],
  listAliases: [
    ['', modelOutputs.modelAliasesOutput, after(setAlias, () => operations.listAliases(app, {}))],
  ],
  setAlias: [
    ['for all', modelOutputs.modelAliasOutput, setAlias],
    [
      'for a project, again',
      modelOutputs.modelAliasOutput,
      after(createProject, () =>
        operations.setAlias(app, { name: 'quick', target: 'fake', scope: 'project' }),
      ),
    ],
  ],
  removeAlias: [
    [
      '',
      modelOutputs.modelAliasOutput,
      after(setAlias, () => operations.removeAlias(app, { name: 'quick' })),
    ],
  ],
  listPrices: [['', modelOutputs.modelPricesOutput, () => operations.listPrices(app, { pattern: 'haiku' })]],
  cacheStats: [
    ['of none', cacheOutputs.cacheStatsOutput, () => operations.cacheStats(app, {})],
    ['of some', cacheOutputs.cacheStatsOutput, after(runText, () => operations.cacheStats(app, {}))],
  ],
  clearCache: [['', cacheOutputs.cacheClearOutput, after(runText, () => operations.clearCache(app, {}))]],
  pruneCache: [
    ['', cacheOutputs.cachePruneOutput, after(runText, () => operations.pruneCache(app, { maxBytes: 0 }))],
  ],
};

const labelledText =
  '---\nvariables:\n  - name: who\n    type: object\n    default: {oneKey: 1}\n    choices: [{oneKey: 1}]\n---\nHi {{ who }}';
const createPrompt = () =>
  operations.createPrompt(app, { name: 'review', content: { text: operations.fromLibrary(labelledText) } });
const createFirst = after(createProject, createPrompt);
const update = () =>
  operations.updatePrompt(app, {
    prompt: 'review',
    content: {
      messages: [
        { role: 'system', text: 'Be brief.' },
        { role: 'user', text: 'Hello {{ who }}{% include "builtin/analysis" %}' },
      ],
      settings: { model: 'a:b', parameters: { maxTokens: 1 }, responseSchema: { minItems: 1 } },
    },
    tags: ['daily'],
  });
const updatePrompt = after(createFirst, update);
const setLabel = (version?: string | null) =>
  operations.moveLabel(app, { prompt: 'review', label: 'staging', version });
const include = () =>
  operations.createPrompt(app, {
    name: 'plan',
    content: { text: operations.fromLibrary('{% include "review" %}') },
  });

const { promptLabelOutput, promptWriteOutput, protectedLabelsOutput } = promptOutputs;
const { promptListOutput, promptRenderOutput, promptShowOutput, promptUsesOutput } = promptReadOutputs;
const { promptSearchOutput, promptTagsOutput, promptLabelsOutput } = promptReadOutputs;
const { promptVariablesOutput, promptVersionsOutput } = promptReadOutputs;
const review = { prompt: 'review' };

const promptCases: Readonly<Record<string, readonly Case[]>> = {
  createPrompt: [
    ['in a project', promptWriteOutput, createFirst],
    ['for all', promptWriteOutput, createPrompt],
  ],
  updatePrompt: [
    ['with another content', promptWriteOutput, updatePrompt],
    ['with the same', promptWriteOutput, after(createPrompt, () => operations.updatePrompt(app, review))],
  ],
  showPrompt: [
    ['that declares', promptShowOutput, after(createPrompt, () => operations.showPrompt(app, review))],
    [
      'that is used, with labels and settings',
      promptShowOutput,
      after(
        after(after(createFirst, include), () => update()),
        after(setLabel, () => operations.showPrompt(app, review)),
      ),
    ],
  ],
  listPrompts: [
    ['of none', promptListOutput, () => operations.listPrompts(app, {})],
    [
      'of one with a label',
      promptListOutput,
      after(after(updatePrompt, setLabel), () => operations.listPrompts(app, {})),
    ],
  ],
  listVersions: [
    [
      'of two',
      promptVersionsOutput,
      after(after(updatePrompt, setLabel), () => operations.listVersions(app, review)),
    ],
  ],
  diffPrompts: [
    [
      'of messages, variables and settings',
      promptDiffOutput,
      after(updatePrompt, () => operations.diffPrompts(app, { before: 'review' })),
    ],
    [
      'of the same',
      promptDiffOutput,
      after(createPrompt, () => operations.diffPrompts(app, { before: 'review', after: 'review@1' })),
    ],
  ],
  rollbackPrompt: [
    [
      '',
      promptWriteOutput,
      after(updatePrompt, () => operations.rollbackPrompt(app, { ...review, version: '1' })),
    ],
  ],
  moveLabel: [
    ['that is new', promptLabelOutput, after(createPrompt, setLabel)],
    ['to where it is', promptLabelOutput, after(after(createPrompt, setLabel), setLabel)],
    ['away', promptLabelOutput, after(after(createPrompt, setLabel), () => setLabel(null))],
  ],
  listLabels: [
    ['of none', promptLabelsOutput, after(createPrompt, () => operations.listLabels(app, review))],
    [
      'of one',
      promptLabelsOutput,
      after(after(createPrompt, setLabel), () => operations.listLabels(app, review)),
    ],
  ],
  renderPrompt: [
    [
      'with a variable too many',
      promptRenderOutput,
      after(createPrompt, () =>
        operations.renderPrompt(app, { ...review, assignments: ['whom=you'], values: { other: 1 } }),
      ),
    ],
  ],
  promptVariables: [
    ['', promptVariablesOutput, after(createPrompt, () => operations.promptVariables(app, review))],
  ],
  promptUses: [
    ['of none', promptUsesOutput, after(createPrompt, () => operations.promptUses(app, review))],
    [
      'of one',
      promptUsesOutput,
      after(after(createFirst, include), () => operations.promptUses(app, review)),
    ],
  ],
  tagPrompt: [
    [
      '',
      promptWriteOutput,
      after(createPrompt, () => operations.tagPrompt(app, { ...review, add: ['daily'] })),
    ],
  ],
  listTags: [
    ['of none', promptTagsOutput, () => operations.listTags(app, {})],
    ['of one', promptTagsOutput, after(updatePrompt, () => operations.listTags(app, {}))],
  ],
  listProtectedLabels: [['', protectedLabelsOutput, () => operations.listProtectedLabels(app, {})]],
  protectLabel: [['', protectedLabelsOutput, () => operations.protectLabel(app, { label: 'staging' })]],
  releaseLabel: [
    [
      '',
      protectedLabelsOutput,
      after(
        () => operations.protectLabel(app, { label: 'staging' }),
        () => operations.releaseLabel(app, { label: 'staging' }),
      ),
    ],
  ],
  searchPrompts: [
    ['of none', promptSearchOutput, () => operations.searchPrompts(app, { text: 'x' })],
    [
      'of one',
      promptSearchOutput,
      after(updatePrompt, () => operations.searchPrompts(app, { text: 'hello' })),
    ],
  ],
  renamePrompt: [
    [
      '',
      promptWriteOutput,
      after(createPrompt, () => operations.renamePrompt(app, { ...review, name: 'check' })),
    ],
  ],
  copyPrompt: [
    [
      '',
      promptWriteOutput,
      after(createPrompt, () => operations.copyPrompt(app, { ...review, name: 'check' })),
    ],
  ],
  movePrompt: [
    [
      'to all',
      promptWriteOutput,
      after(createFirst, () => operations.movePrompt(app, { ...review, to: { global: true } })),
    ],
  ],
  deletePrompt: [['', promptWriteOutput, after(createPrompt, () => operations.deletePrompt(app, review))]],
  restorePrompt: [
    [
      '',
      promptWriteOutput,
      after(
        after(createPrompt, () => operations.deletePrompt(app, review)),
        () => operations.restorePrompt(app, review),
      ),
    ],
  ],
};

const templateText = { text: operations.fromLibrary('Look. {{ feature_request }} {{ analysis_template }}') };
const addTemplate = () => operations.addTemplate(app, { kind: 'analysis', content: templateText });
const analysis = { template: 'analysis' };
const folderOf = () => join(folder, 'prompts');
const exportPrompts = () => operations.exportPrompts(app, { folder: folderOf() });
const importPrompts = () => operations.importPrompts(app, { path: folderOf() });
const editFile = () => appendFileSync(join(folderOf(), 'review.md'), 'More.\n');
const builtin = { template: { name: 'builtin/orchestrator' } };

const templateCases: Readonly<Record<string, readonly Case[]>> = {
  addTemplate: [
    ['in force', promptWriteOutput, addTemplate],
    [
      'in the place of another',
      promptWriteOutput,
      after(addTemplate, () =>
        operations.addTemplate(app, { kind: 'analysis', name: 'b', content: templateText, place: 'replace' }),
      ),
    ],
  ],
  updateTemplate: [
    [
      'as an alternative',
      promptWriteOutput,
      after(addTemplate, () => operations.updateTemplate(app, { ...analysis, place: 'alternative' })),
    ],
  ],
  listTemplates: [
    ['of those built in', templateOutputs.templateListOutput, () => operations.listTemplates(app, {})],
    [
      'of one more',
      templateOutputs.templateListOutput,
      after(addTemplate, () => operations.listTemplates(app, {})),
    ],
  ],
  resolveTemplates: [
    ['built in', templateOutputs.templateResolveOutput, () => operations.resolveTemplates(app, {})],
    [
      'stored',
      templateOutputs.templateResolveOutput,
      after(addTemplate, () => operations.resolveTemplates(app, { featureType: 'api' })),
    ],
  ],
  testTemplate: [
    ['with a sample', templateOutputs.templateTestOutput, () => operations.testTemplate(app, builtin)],
    [
      'against a session',
      templateOutputs.templateTestOutput,
      after(plan, async () => {
        const { session } = await operations.sessionStatus(app, {});
        return operations.testTemplate(app, { ...builtin, against: session.id });
      }),
    ],
  ],
  linkSessions: [['of none', templateOutputs.templateLinkOutput, () => operations.linkSessions(app, {})]],
  exportPrompts: [
    ['of none', syncOutputs.promptExportOutput, exportPrompts],
    ['of one', syncOutputs.promptExportOutput, after(createPrompt, exportPrompts)],
    [
      'over a changed file',
      syncOutputs.promptExportOutput,
      after(
        after(after(createPrompt, exportPrompts), async () => editFile()),
        exportPrompts,
      ),
    ],
  ],
  importPrompts: [
    [
      'of nothing new',
      syncOutputs.promptImportOutput,
      after(after(createPrompt, exportPrompts), importPrompts),
    ],
    [
      'of a changed file',
      syncOutputs.promptImportOutput,
      after(
        after(after(createPrompt, exportPrompts), async () => editFile()),
        importPrompts,
      ),
    ],
  ],
};

const { exportOutput, importOutput, sessionDocument, sessionPagesOutput } = transferOutputs;
const exportAll = () => operations.exportSessions(app, { workspace: 'planning' });
const importAll = () => operations.importWorkspace(app, { workspace: 'planning' });
const leaked = `${wellCut.implementation_template}\n\n### 3. EXECUTION_NOTES\n\n${wellCut.execution_notes}`;

/** A workspace with a session that was cut wrongly, and one that cannot be read. */
async function olderWorkspace() {
  const texts = { ...wellCut, implementation_template: leaked };
  writeOlderSession(join(folder, 'planning'), { id: 'old_1', status: 'templates_ready', texts });
  writeOlderSession(join(folder, 'planning'), { id: 'old_2', status: 'odd' });
}

const transferCases: Readonly<Record<string, readonly Case[]>> = {
  exportSessions: [
    ['of none', exportOutput, exportAll],
    ['of one', exportOutput, after(complete, exportAll)],
    ['again', exportOutput, after(after(complete, exportAll), exportAll)],
  ],
  importWorkspace: [
    ['of what is there', importOutput, after(after(complete, exportAll), importAll)],
    ['of the older tool', importOutput, after(olderWorkspace, importAll)],
    ['of the older tool, again', importOutput, after(after(olderWorkspace, importAll), importAll)],
  ],
  exportDocument: [
    ['at the beginning', sessionDocument, after(plan, () => operations.exportDocument(app, {}))],
    ['at the end', sessionDocument, after(complete, () => operations.exportDocument(app, {}))],
  ],
  exportPages: [
    ['at the beginning', sessionPagesOutput, after(plan, () => operations.exportPages(app, {}))],
    ['at the end', sessionPagesOutput, after(complete, () => operations.exportPages(app, {}))],
  ],
};

const writeAsked: () => Promise<unknown> = async () => {
  if (app.executions === null) throw new Error('the store keeps executions');
  await writeExecution(
    app.executions.executionJournal,
    {
      model: 'fake',
      messages: [
        {
          role: 'user',
          text: 'Say hello.',
          attachments: [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('x') }],
        },
      ],
      parameters: { temperature: 1, providerOptions: { someKey: 1 } },
      responseSchema: { minProperties: 0 },
      tools: [],
    },
    {
      response: `{"greeting": "Hello, AKIA${'AB3D'.repeat(4)}"}`,
      usage: tokens(10, 5),
      cost: 1000,
      price: { input: 1, output: 2, cachedInput: null, cacheWrite: null, source: 'models.yaml' },
      details: { someKey: [1] },
    },
  );
};
const latest = { execution: 'latest' };
const writeText = () => operations.exportExecutions(app, { format: 'md', write: () => Promise.resolve() });
const someday = { before: new Date(2099, 0, 1) };
const {
  executionListOutput,
  executionShowOutput,
  executionCompareOutput,
  executionStatsOutput,
  executionSearchOutput,
  executionExportOutput,
  executionPruneOutput,
  executionRedactOutput,
} = executionOutputs;

const executionCases: Readonly<Record<string, readonly Case[]>> = {
  listExecutions: [
    ['of none', executionListOutput, () => operations.listExecutions(app, {})],
    ['of one', executionListOutput, after(writeAsked, () => operations.listExecutions(app, {}))],
    ['of a session', executionListOutput, after(process, () => operations.listExecutions(app, {}))],
  ],
  showExecution: [
    ['that asked', executionShowOutput, after(writeAsked, () => operations.showExecution(app, latest))],
    ['that was pasted', executionShowOutput, after(process, () => operations.showExecution(app, latest))],
  ],
  compareExecutions: [
    [
      'with itself',
      executionCompareOutput,
      after(writeAsked, () => operations.compareExecutions(app, { before: 'latest', after: 'latest' })),
    ],
    [
      'of two kinds',
      executionCompareOutput,
      after(after(process, writeAsked), async () => {
        const { executions } = await operations.listExecutions(app, {});
        const [before = '', second = ''] = executions.map(({ id }) => id);
        return operations.compareExecutions(app, { before, after: second });
      }),
    ],
  ],
  summarizeExecutions: [
    ['of none', executionStatsOutput, () => operations.summarizeExecutions(app, {})],
    [
      'by session',
      executionStatsOutput,
      after(process, () => operations.summarizeExecutions(app, { by: 'session' })),
    ],
  ],
  searchExecutions: [
    [
      'of one',
      executionSearchOutput,
      after(writeAsked, () => operations.searchExecutions(app, { text: 'hello' })),
    ],
  ],
  exportExecutions: [
    ['of none', executionExportOutput, writeText],
    ['of one', executionExportOutput, after(writeAsked, writeText)],
  ],
  previewPruning: [
    ['', executionPruneOutput, after(writeAsked, () => operations.previewPruning(app, someday))],
  ],
  pruneExecutions: [
    ['', executionPruneOutput, after(writeAsked, () => operations.pruneExecutions(app, someday))],
  ],
  previewRedaction: [
    ['', executionRedactOutput, after(writeAsked, () => operations.previewRedaction(app, latest))],
  ],
  redactExecution: [
    ['', executionRedactOutput, after(writeAsked, () => operations.redactExecution(app, latest))],
  ],
  rerunExecution: [
    [
      'by the fake',
      promptRunOutput,
      after(
        async () => {
          if (app.executions === null) throw new Error('the store keeps executions');
          await writeExecution(app.executions.executionJournal, { model: 'fake' });
        },
        () => operations.rerunExecution(app, latest),
      ),
    ],
  ],
};

const flow = (steps: string, more = '') => ({
  name: 'flow.yaml',
  bytes: Buffer.from(`name: flow\n${more}steps:\n${steps}\noutputs: {aB: {cD: 1}}\n`),
});
const GATED = '  - {name: a, ask: Hi.}\n  - {name: g, gate: Good?}\n  - {name: n, ask: x, when: false}';
const TAKEN =
  'inputs: {topic: {type: string, default: tea, enum: [tea, milk]}, deep: {type: object, default: {aB: 1}}}\n';
const named = { workflow: { named: 'flow' } };
const keepFlow = () => operations.createWorkflow(app, { file: flow(GATED, TAKEN), note: 'Begun.' });
const runFlow = (file = flow(GATED)) =>
  operations.runWorkflow(followed(), { workflow: { file }, model: 'fake' });
const decide = async (by: typeof operations.approveGate | typeof operations.rejectGate) => {
  const { run: begun, gates } = await runFlow();
  return by(app, { run: begun.id, content: gates[0]?.checksum ?? '', comment: 'Fine.' });
};
const {
  workflowExportOutput,
  workflowGraphOutput,
  workflowListOutput,
  workflowShowOutput,
  workflowValidateOutput,
  workflowWriteOutput,
} = workflowOutputs;
const {
  workflowDryRunOutput,
  workflowRunDocument,
  workflowRunListOutput,
  workflowRunOutput,
  workflowStubsOutput,
} = workflowRunOutputs;

const workflowCases: Readonly<Record<string, readonly Case[]>> = {
  createWorkflow: [
    ['anew', workflowWriteOutput, keepFlow],
    ['of the same text', workflowWriteOutput, after(keepFlow, keepFlow)],
    ['in a project', workflowWriteOutput, after(createProject, keepFlow)],
  ],
  listWorkflows: [
    ['of none', workflowListOutput, () => operations.listWorkflows(app, {})],
    ['of one', workflowListOutput, after(keepFlow, () => operations.listWorkflows(app, {}))],
  ],
  showWorkflow: [
    ['', workflowShowOutput, after(keepFlow, () => operations.showWorkflow(app, { workflow: 'flow' }))],
  ],
  exportWorkflow: [
    ['', workflowExportOutput, after(keepFlow, () => operations.exportWorkflow(app, { workflow: 'flow' }))],
  ],
  validateWorkflow: [
    ['that is right', workflowValidateOutput, after(keepFlow, () => operations.validateWorkflow(app, named))],
    [
      'that is not',
      workflowValidateOutput,
      () => operations.validateWorkflow(app, { workflow: { file: flow('  - {nam: a}') } }),
    ],
  ],
  graphWorkflow: [['', workflowGraphOutput, after(keepFlow, () => operations.graphWorkflow(app, named))]],
  draftStubs: [['', workflowStubsOutput, after(keepFlow, () => operations.draftStubs(app, named))]],
  dryRunWorkflow: [
    [
      '',
      workflowDryRunOutput,
      after(keepFlow, () =>
        operations.dryRunWorkflow(followed(), {
          ...named,
          stubs: { name: 'stubs.yaml', bytes: Buffer.from('a: Hello.') },
        }),
      ),
    ],
  ],
  runWorkflow: [
    ['with a gate', workflowRunOutput, () => runFlow()],
    ['in a project', workflowRunOutput, after(createProject, () => runFlow())],
    ['that is completed', workflowRunOutput, () => runFlow(flow('  - {name: a, ask: Hi.}'))],
    ['that fails', workflowRunOutput, () => runFlow(flow('  - {name: a, read: nowhere.txt, retries: 0}'))],
  ],
  resumeWorkflowRun: [
    ['', workflowRunOutput, after(runFlow, () => operations.resumeWorkflowRun(followed(), {}))],
  ],
  showWorkflowRun: [['', workflowRunOutput, after(runFlow, () => operations.showWorkflowRun(app, {}))]],
  approveGate: [['', workflowRunOutput, () => decide(operations.approveGate)]],
  rejectGate: [['', workflowRunOutput, () => decide(operations.rejectGate)]],
  cancelWorkflowRun: [
    ['', workflowRunOutput, async () => operations.cancelWorkflowRun(app, { run: (await runFlow()).run.id })],
  ],
  listWorkflowRuns: [
    ['of none', workflowRunListOutput, () => operations.listWorkflowRuns(app, {})],
    ['of one', workflowRunListOutput, after(runFlow, () => operations.listWorkflowRuns(app, {}))],
  ],
  exportWorkflowRun: [['', workflowRunDocument, after(runFlow, () => operations.exportWorkflowRun(app, {}))]],
};

const keepAsked = () =>
  operations.createPrompt(app, {
    name: 'greet',
    content: { text: operations.fromLibrary('Greet {{ who }}.') },
  });
const askedOf = (rows: DataRows) =>
  after(keepAsked, () => operations.runBatch(followed(), { prompt: 'greet', rows, model: 'fake' }));
const runRows = askedOf(dataOf({ who: 'Ada' }, { who: 'Bob' }));
const runUnreadable = askedOf(unreadableData());
const onNewest = { batch: 'latest' };
const pausedBatch = after(runUnreadable, () => operations.retryBatch(app, onNewest));

const batchCases: Readonly<Record<string, readonly Case[]>> = {
  runBatch: [
    ['that is answered', batchOutputs.batchRunOutput, runRows],
    ['of what cannot be read', batchOutputs.batchRunOutput, runUnreadable],
  ],
  resumeBatch: [
    ['', batchOutputs.batchRunOutput, after(pausedBatch, () => operations.resumeBatch(followed(), onNewest))],
  ],
  retryBatch: [['', batchOutputs.batchChangeOutput, pausedBatch]],
  pauseBatch: [
    ['', batchOutputs.batchChangeOutput, after(pausedBatch, () => operations.pauseBatch(app, onNewest))],
  ],
  cancelBatch: [
    ['', batchOutputs.batchChangeOutput, after(pausedBatch, () => operations.cancelBatch(app, onNewest))],
  ],
  batchStatus: [
    ['answered', batchOutputs.batchStatusOutput, after(runRows, () => operations.batchStatus(app, onNewest))],
    [
      'that failed',
      batchOutputs.batchStatusOutput,
      after(runUnreadable, () => operations.batchStatus(app, onNewest)),
    ],
  ],
  batchResults: [
    [
      'row by row',
      z.array(batchOutputs.batchResultRow),
      after(runRows, async () => {
        const rows: unknown[] = [];
        for await (const row of (await operations.batchResults(app, onNewest)).rows) rows.push(row);
        return rows;
      }),
    ],
  ],
  listBatches: [
    ['of none', batchOutputs.batchListOutput, () => operations.listBatches(app, {})],
    ['of one', batchOutputs.batchListOutput, after(runRows, () => operations.listBatches(app, {}))],
  ],
};

const workerDeps = () => ({ ...app, engine: idleEngine, worker: unwatched });
const workedOnce = () => operations.startWorker(workerDeps(), { once: true });

const workerCases: Readonly<Record<string, readonly Case[]>> = {
  startWorker: [['that works once', workerOutputs.workerStartOutput, workedOnce]],
  listWorkers: [
    ['of none', workerOutputs.workerListOutput, () => operations.listWorkers(app, {})],
    [
      'of one',
      workerOutputs.workerListOutput,
      after(workedOnce, () => operations.listWorkers(app, { all: true })),
    ],
  ],
  drainWorkers: [['of none', workerOutputs.workerDrainOutput, () => operations.drainWorkers(app, {})]],
  prepareWorkers: [
    [
      '',
      workerOutputs.workerPrepareOutput,
      () => operations.prepareWorkers(workerDeps(), { logins: ['ann'] }),
    ],
  ],
};

const makeExperiment = after(keepAsked, () =>
  operations.createExperiment(app, {
    name: 'tone',
    hypothesis: 'It costs less.',
    expect: 'answer',
    variants: [
      { name: 'a', prompt: 'greet' },
      { name: 'b', prompt: 'greet@1', model: 'fake', parameters: { temperature: 0 } },
    ],
    metrics: [{ name: 'success', matters: 0.05 }, { name: 'cost' }],
    checks: [{ kind: 'equals' }, { kind: 'contains', name: 'polite', wanted: 'please' }],
  }),
);
const onTone = { experiment: 'tone' };
const runTone = after(makeExperiment, () =>
  operations.runExperiment(app, { ...onTone, model: 'fake', rows: dataOf({ who: 'Ada', answer: 'A' }) }),
);
const makeSteps = () =>
  operations.createExperiment(app, {
    name: 'steps',
    unit: 'session',
    variants: [
      { name: 'usual' },
      { name: 'well', prompt: 'builtin/implementation', model: 'fake', parameters: { temperature: 0 } },
    ],
    metrics: [{ name: 'completed', matters: 0.1 }, { name: 'success' }],
    holdOut: { share: 0.1 },
    namespace: { name: 'all', from: 0, to: 1 },
  });
const onSteps = { experiment: 'steps' };
const startSteps = after(makeSteps, () => operations.startExperiment(app, onSteps));
/** A session that takes part. */
const planCounted = async () => {
  for (;;) {
    const output = await operations.planSession(app, { request: operations.fromLibrary('Add a page') });
    if (output.experiments.some(({ variant }) => variant !== null)) return output;
  }
};
async function inAnExperiment() {
  await startSteps();
  return planCounted();
}
const recordSteps = async () => {
  const { session } = await planCounted();
  const given = { ...onSteps, unit: session.id, metric: 'success', value: 1 };
  return operations.recordObservation(app, given);
};
const { experimentChangeOutput, experimentListOutput, experimentShowOutput, experimentStandingOutput } =
  experimentOutputs;

const experimentCases: Readonly<Record<string, readonly Case[]>> = {
  createExperiment: [
    ['', experimentChangeOutput, makeExperiment],
    ['in a project', experimentChangeOutput, after(createProject, makeExperiment)],
  ],
  showExperiment: [
    ['', experimentShowOutput, after(makeExperiment, () => operations.showExperiment(app, onTone))],
    ['of sessions', experimentShowOutput, after(makeSteps, () => operations.showExperiment(app, onSteps))],
  ],
  listExperiments: [
    ['of none', experimentListOutput, () => operations.listExperiments(app, {})],
    ['of one', experimentListOutput, after(makeExperiment, () => operations.listExperiments(app, {}))],
  ],
  runExperiment: [['', experimentOutputs.experimentRunOutput, runTone]],
  experimentStatus: [
    [
      'before it is run',
      experimentStandingOutput,
      after(makeExperiment, () => operations.experimentStatus(app, onTone)),
    ],
    ['afterwards', experimentStandingOutput, after(runTone, () => operations.experimentStatus(app, onTone))],
    [
      'of sessions',
      experimentStandingOutput,
      after(inAnExperiment, () => operations.experimentStatus(app, onSteps)),
    ],
  ],
  startExperiment: [['', experimentStandingOutput, startSteps]],
  pauseExperiment: [
    ['', experimentStandingOutput, after(startSteps, () => operations.pauseExperiment(app, onSteps))],
  ],
  recordObservation: [['', experimentOutputs.experimentRecordOutput, after(startSteps, recordSteps)]],
  planExperiment: [
    [
      'of sessions',
      experimentOutputs.experimentPlanOutput,
      after(makeSteps, () => operations.planExperiment(app, onSteps)),
    ],
    [
      'of rows',
      experimentOutputs.experimentPlanOutput,
      after(makeExperiment, () => operations.planExperiment(app, { ...onTone, repeat: 3, looks: 4 })),
    ],
  ],
  analyzeExperiment: [
    [
      'before it is run',
      experimentAnalysisOutput,
      after(makeExperiment, () => operations.analyzeExperiment(app, onTone)),
    ],
    ['of one row', experimentAnalysisOutput, after(runTone, () => operations.analyzeExperiment(app, onTone))],
  ],
  reportExperiment: [
    ['as a page', experimentReportOutput, after(runTone, () => operations.reportExperiment(app, onTone))],
    [
      'as a picture',
      experimentReportOutput,
      after(makeExperiment, () => operations.reportExperiment(app, { ...onTone, format: 'svg' })),
    ],
  ],
  promoteExperiment: [
    [
      '',
      experimentPromoteOutput,
      after(runTone, () => operations.promoteExperiment(app, { ...onTone, variant: 'b', label: 'best' })),
    ],
  ],
  stopExperiment: [
    ['', experimentStandingOutput, after(runTone, () => operations.stopExperiment(app, onTone))],
  ],
  archiveExperiment: [
    ['', experimentChangeOutput, after(makeExperiment, () => operations.archiveExperiment(app, onTone))],
  ],
};

const onLatest = { optimization: 'latest' };
const beginSearch = after(keepAsked, () => pausedOptimization(app, 'greet'));
const winSearch = after(keepAsked, () => wonOptimization(app, 'greet'));
const { optimizationShowOutput, optimizationListOutput, optimizationRunOutput } = optimizationOutputs;

const optimizationCases: Readonly<Record<string, readonly Case[]>> = {
  runOptimization: [
    [
      '',
      optimizationRunOutput,
      after(keepAsked, () => operations.runOptimization(app, searchTerms('greet'))),
    ],
  ],
  resumeOptimization: [
    ['', optimizationRunOutput, after(beginSearch, () => operations.resumeOptimization(app, onLatest))],
  ],
  listOptimizations: [
    ['of none', optimizationListOutput, () => operations.listOptimizations(app, {})],
    ['of one', optimizationListOutput, after(winSearch, () => operations.listOptimizations(app, {}))],
  ],
  showOptimization: [
    [
      'that has just begun',
      optimizationShowOutput,
      after(beginSearch, () => operations.showOptimization(app, onLatest)),
    ],
    [
      'that is at its end',
      optimizationShowOutput,
      after(winSearch, () => operations.showOptimization(app, onLatest)),
    ],
  ],
  applyOptimization: [
    [
      '',
      optimizationOutputs.optimizationApplyOutput,
      after(winSearch, () => operations.applyOptimization(app, onLatest)),
    ],
  ],
};

const cases = {
  ...sessionCases,
  ...runCases,
  ...executionCases,
  ...projectCases,
  ...promptCases,
  ...templateCases,
  ...modelCases,
  ...transferCases,
  ...auditCases,
  ...workflowCases,
  ...batchCases,
  ...workerCases,
  ...experimentCases,
  ...optimizationCases,
};
const flat = Object.entries(cases).flatMap(([name, of]) => of.map((one) => [name, ...one] as const));

/** The schema and nothing else: parsing drops unknown keys, so an output that has any differs from its parse. */
function expectExactly(schema: z.core.$ZodType, output: unknown): void {
  expect(z.parse(schema, output)).toStrictEqual(output);
}

describe('the output of an operation is what its schema says', () => {
  it.each(flat)('%s %s', async (_, __, schema, work) => {
    expectExactly(schema, await work());
  });

  it('for every operation that the library exports', () => {
    const exported = Object.entries(operations).filter(
      ([, value]) => typeof value === 'function' && 'input' in value,
    );
    expect(Object.keys(cases).toSorted()).toEqual(exported.map(([name]) => name).toSorted());
  });

  it('and would be found out if it were not', async () => {
    const output = await plan();
    expect(() => expectExactly(sessionOutputs.planOutput, { ...output, more: true })).toThrow();
    const { next: _, ...less } = output;
    expect(() => expectExactly(sessionOutputs.planOutput, less)).toThrow();
  });
});

describe('the output of an operation on the store is what its schema says', () => {
  it.each([
    ['dbCurrent', dbOutputs.dbCurrentOutput, dbCurrent],
    ['dbHistory', dbOutputs.dbHistoryOutput, dbHistory],
    ['dbUpgrade', dbOutputs.dbMigrateOutput, dbUpgrade],
    ['dbDowngrade', dbOutputs.dbMigrateOutput, dbDowngrade],
    ['dbBackup', dbOutputs.dbBackupOutput, dbBackup],
    ['dbCheck', dbOutputs.dbCheckOutput, dbCheck],
    ['dbVacuum', dbOutputs.dbVacuumOutput, dbVacuum],
  ] as const)('%s, of an empty store and of a used one', async (_, schema, work) => {
    const db = join(folder, 'store.db');
    const env = { HOME: folder };
    for (let time = 0; time < 2; time++) {
      const opened = await openDbApp({ db, env, clock: { now: () => new Date(2026, 2, 1, 10, time) } });
      expectExactly(schema, await work(opened, {}));
      await dbUpgrade(opened, {});
      await opened.close();
    }
  });

  it('of one that moves a store, too', async () => {
    const env = { HOME: folder };
    const clock = { now: () => new Date(2026, 2, 1, 10) };
    const opened = await openDbApp({ db: join(folder, 'store.db'), env, clock });
    await dbUpgrade(opened, {});
    const [file, copy] = [join(folder, 'store.tar.gz'), join(folder, 'copy.db')];
    expectExactly(dbOutputs.dbExportOutput, await dbExport(opened, { file }));
    expectExactly(dbOutputs.dbImportOutput, await dbImport(opened, { file }));
    await dbBackup(opened, { file: copy });
    await opened.close();
    const sources = { env, cwd: folder, flags: { store: join(folder, 'store.db') }, clock };
    const agree = async () => true;
    expectExactly(dbOutputs.dbImportOutput, await dbRestore(sources, { file: copy, agree }));
    expectExactly(dbOutputs.dbUrlOutput, await dbUrl(sources, {}));
  });
});
