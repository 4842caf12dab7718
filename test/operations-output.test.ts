import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type App, openApp, openDbApp } from '../src/app.js';
import { dbBackup } from '../src/operations/db/db-backup.js';
import { dbCurrent } from '../src/operations/db/db-current.js';
import { dbHistory } from '../src/operations/db/db-history.js';
import { dbDowngrade, dbUpgrade } from '../src/operations/db/db-migrate.js';
import * as dbOutputs from '../src/operations/db/outputs.js';
import * as operations from '../src/operations/index.js';
import * as projectOutputs from '../src/operations/project/outputs.js';
import * as sessionOutputs from '../src/operations/session/outputs.js';
import * as transferOutputs from '../src/operations/transfer/outputs.js';
import { exampleText } from './cli/harness.js';
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

const cases = { ...sessionCases, ...projectCases, ...transferCases };
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
});
