import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.js';
import { executionsOf } from '../../src/operations/execution/execution-records.js';
import * as operations from '../../src/operations/index.js';
import { exampleText } from '../cli/harness.js';
import { unreadableData } from '../fixtures/data-rows.js';
import { tokens, writeExecution } from '../fixtures/executions.js';
import { anOptimization } from '../fixtures/optimizations.js';
import { writePrompt } from '../fixtures/prompts.js';
import { anAnswer, anEvent } from '../fixtures/sessions.js';

/** The sessions of a world, by the step that is due in each. */
export interface WorldSessions {
  readonly planned: string;
  readonly processed: string;
  readonly analyzed: string;
  readonly saved: string;
  readonly implementing: string;
  readonly completed: string;
}

const given = (example: string) => operations.fromLibrary(exampleText(example));

/** A workflow of the world, whose newest run waits at a gate. */
export const FLOW = 'flow-1';

/** The file of a workflow. */
export function flowFile(name: string) {
  return { name: `${name}.yaml`, bytes: Buffer.from(`name: ${name}\n${FLOW_STEPS}`) };
}

const FLOW_STEPS = 'steps: [{name: a, template: Hi.}, {name: g, gate: Good?}, {name: b, template: Done.}]\n';

/** A store that has as many of everything as is wanted, to be used again and again from a copy. */
export class FilledWorld {
  readonly #folder = mkdtempSync(join(tmpdir(), 'prompt-runner-world-'));
  readonly #count: number;
  #sessions: WorldSessions | undefined;
  #uses = 0;

  private constructor(count: number) {
    this.#count = count;
  }

  static async of(count: number): Promise<FilledWorld> {
    const world = new FilledWorld(count);
    await world.#fill();
    return world;
  }

  /** A copy of its own, for one piece of work. */
  async use<Result>(work: (app: App, sessions: WorldSessions) => Promise<Result>): Promise<Result> {
    if (this.#sessions === undefined) throw new Error('the world was not filled');
    this.#uses += 1;
    const db = join(this.#folder, `copy-${this.#uses}.db`);
    for (const end of ['', '-wal']) {
      if (existsSync(this.#db + end)) copyFileSync(this.#db + end, db + end);
    }
    const app = await this.#open(db);
    try {
      return await work(app, this.#sessions);
    } finally {
      await app.close();
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #db(): string {
    return join(this.#folder, 'world.db');
  }

  #open(db: string): Promise<App> {
    return openApp({ db, cwd: this.#folder, env: { HOME: this.#folder } });
  }

  async #fill(): Promise<void> {
    const app = await this.#open(this.#db);
    await operations.createProject(app, { name: 'shop', root: this.#folder });
    await fillLibrary(app, this.#count);
    await fillExecutions(app, this.#count);
    await fillWorkflows(app, this.#count);
    await fillBatches(app, this.#count);
    await fillExperiments(app, this.#count);
    await fillOptimizations(app, this.#count);
    this.#sessions = await planned(app);
    await fillSessions(app, Object.values(this.#sessions), this.#count);
    await operations.useSession(app, { session: this.#sessions.processed });
    await app.close();
  }
}

/** Prompts with versions, labels, tags and uses, aliases and projects. */
async function fillLibrary(app: App, count: number): Promise<void> {
  const { library } = app;
  if (library === null) throw new Error('a store has a library');
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await writePrompt(library.promptJournal, {
    name: 'review',
    tags: numbers.map((number) => `tag-${number}`),
    texts: ['Hello {{ who }}', ...numbers.map((number) => `Hello ${number} {{ who }}`)],
    labels: Object.fromEntries(numbers.map((number) => [`label-${number}`, number])),
  });
  for (const number of numbers) {
    await operations.createProject(app, { name: `project-${number}`, root: null });
    await writePrompt(library.promptJournal, { name: `use-${number}`, text: '{% include "review" %}' });
    await operations.addTemplate(app, {
      kind: 'analysis',
      name: `template-${number}`,
      content: { text: operations.fromLibrary('{{ feature_request }} {{ analysis_template }}') },
      place: 'replace',
    });
    await operations.setAlias(app, { name: `quick-${number}`, target: 'fake' });
  }
}

async function fillExecutions(app: App, count: number): Promise<void> {
  const { executions } = app;
  if (executions === null) throw new Error('a store keeps executions');
  for (let number = 0; number < count; number++) {
    const cacheKey = `key-${number}`;
    await writeExecution(
      executions.executionJournal,
      { model: 'fake', cacheKey },
      { usage: tokens(1, 2), cost: 3 },
    );
  }
  // Searched before, so that the index has them: what is due is added by the first one who searches.
  await operations.searchExecutions(app, { text: 'brief' });
}

/** Workflows in several versions, each with runs that wait. */
async function fillWorkflows(app: App, count: number): Promise<void> {
  const follow = { signal: new AbortController().signal };
  for (let number = 1; number <= count; number++) {
    const { name, bytes } = flowFile(`flow-${number}`);
    for (const version of [1, 2]) {
      const file = { name, bytes: Buffer.concat([bytes, Buffer.from(`# ${version}\n`)]) };
      await operations.createWorkflow(app, { file });
      await operations.runWorkflow({ ...app, follow }, { workflow: { file } });
    }
  }
}

/** Batches whose row cannot be read. */
async function fillBatches(app: App, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await operations.runBatch(app, { prompt: 'review', model: 'fake', rows: unreadableData() });
  }
}

async function fillExperiments(app: App, count: number): Promise<void> {
  for (let number = 1; number <= count; number++)
    for (const experiment of [greetings(`tone-${number}`), steps(`steps-${number}`)])
      await operations.createExperiment(app, experiment);
}

/** An experiment of that name, over what users do. */
function steps(name: string) {
  return {
    name,
    unit: 'user' as const,
    variants: [{ name: 'usual' }, { name: 'cold', parameters: { temperature: 0 } }],
    metrics: [{ name: 'success', matters: 0.1 }],
  };
}

async function fillOptimizations(app: App, count: number): Promise<void> {
  const { optimizationJournal } = executionsOf(app);
  for (let number = 1; number <= count; number++) await optimizationJournal.create(anOptimization(), []);
}

/** An experiment of that name, over two versions of a prompt of the world. */
export function greetings(name: string) {
  return {
    name,
    variants: [
      { name: 'a', prompt: 'review@1' },
      { name: 'b', prompt: 'review@2' },
    ],
    metrics: [{ name: 'cost' }],
  };
}

/** A session at each step. */
async function planned(app: App): Promise<WorldSessions> {
  const plan = async (title: string) => {
    const request = operations.fromLibrary(`${title}\n\n${exampleText('request.md')}`);
    const { session } = await operations.planSession(app, { request });
    return session.id;
  };
  const ids = {
    planned: await plan('planned'),
    processed: await plan('processed'),
    analyzed: await plan('analyzed'),
    saved: await plan('saved'),
    implementing: await plan('implementing'),
    completed: await plan('completed'),
  };
  const { processed, analyzed, saved, implementing, completed } = ids;
  for (const session of [processed, analyzed, saved, implementing, completed])
    await operations.processAnswer(app, { session, answer: given('planning-answer.md') });
  for (const session of [analyzed, saved, implementing, completed])
    await operations.issueAnalysis(app, { session });
  for (const session of [saved, implementing, completed])
    await operations.saveAnalysis(app, { session, answer: given('analysis.md') });
  for (const session of [implementing, completed]) await operations.issueImplementation(app, { session });
  await operations.completeSession(app, { session: completed, answer: given('report.md') });
  return ids;
}

/** Attempts, events and ratings, and sessions beside. */
async function fillSessions(app: App, sessions: readonly string[], count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    await operations.planSession(app, { request: operations.fromLibrary(`Another one ${number}`) });
    for (const id of sessions) {
      const [session] = await app.store.sessions.withIdPrefix(id);
      if (session === undefined) throw new Error('it was planned before');
      const answer = anAnswer(session.id, 'Not taken.', { step: 'process' });
      await app.store.journal.receive(answer);
      const problem = { code: 'x', message: 'Not taken.' };
      await app.store.journal.commit({
        session,
        settled: { attempt: answer.id, outcome: 'rejected', result: null, problem },
        event: anEvent(session, { kind: 'answer-rejected', step: 'process', attempt: answer.id }),
      });
    }
  }
}
