import type { AttemptId, ExecutionId, ProjectId, RunId, WorkerId } from '../../src/base/ids.js';
import type { Batch } from '../../src/engine/batch/batch.js';
import type { RunOwner } from '../../src/engine/run/run.js';
import type { Session } from '../../src/engine/session/session.js';
import type { Prompt } from '../../src/prompts/prompt.js';
import type { SessionRecord } from '../../src/store/session-record.js';
import type { Store } from '../../src/store/store.js';
import { aWorker, writeBatch } from '../fixtures/batches.js';
import { tokens, writeExecution } from '../fixtures/executions.js';
import { writePrompt } from '../fixtures/prompts.js';
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
import { wholeRecord } from '../fixtures/whole-record.js';

/** A store with one of everything, for methods to be called on. */
export interface Ground {
  readonly store: Store;
  readonly project: ProjectId;
  readonly session: Session;
  readonly record: SessionRecord;
  readonly issued: AttemptId;
  readonly answer: AttemptId;
  readonly prompt: Prompt;
  readonly deleted: Prompt;
  readonly execution: ExecutionId;
  readonly run: RunId;
  /** Of two items; the worker has the first, and asks it. */
  readonly batch: Batch;
  readonly worker: WorkerId;
  readonly owner: RunOwner;
}

/** What is in the store's texts, and is taken out by redacting. */
export const SECRET = 'orchid-in-the-cellar';

export async function layGround(store: Store): Promise<Ground> {
  const project = aProject({ root: '/shop' });
  await store.projects.insert(project);
  const session = aSession({ project, title: 'Pages' });
  const creation = creationOf(session);
  await store.journal.create(creation);
  const answer = anAnswer(session.id, `An answer with ${SECRET}`);
  await store.journal.receive(answer);
  const settled = {
    attempt: answer.id,
    outcome: 'accepted',
    result: { kind: 'analysis' },
    problem: null,
  } as const;
  const moved = await store.journal.commit({ session, settled, event: anEvent(session) });
  const kept = { project: { id: project.id, name: project.name } };
  const prompt = await writePrompt(store.promptJournal, {
    ...kept,
    name: 'review',
    kind: 'analysis',
    isTemplate: true,
    isInForce: true,
    tags: ['daily'],
    texts: ['One {% include "shared" %}', 'Two {% include "shared" %}'],
    labels: { production: 1 },
  });
  const deleted = await writePrompt(store.promptJournal, { ...kept, name: 'gone' });
  await store.promptJournal.commit({ prompt: { ...deleted, deletedAt: someTime }, audit: [] });
  const execution = await writeExecution(
    store.executionJournal,
    {
      project: project.id,
      cacheKey: 'k',
      place: { session: session.id, step: 'process', part: null, attempt: answer.id },
      messages: [
        {
          role: 'user',
          text: `Say ${SECRET}.`,
          attachments: [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('x') }],
        },
      ],
    },
    { usage: tokens(1, 2), cost: 3, response: `It is ${SECRET}.` },
  );
  for (const response of ['Old.', 'Older.']) {
    await writeExecution(
      store.executionJournal,
      { at: minutesLater(-60), project: project.id },
      { response },
    );
  }
  const owner = { host: 'here', pid: 1, started: 'monday' };
  const { id: run, ...begun } = someRun({ subject: session.id, status: 'running', owner });
  await store.runs.create({ id: run, ...begun });
  const batch = await writeBatch(store, 2);
  const worker = aWorker();
  await store.workers.register(worker);
  await store.batchJournal.claim(batch.id, worker.id, 1, someTime);
  const record = await wholeRecord(store, moved.id);
  const ids = { issued: creation.issued.id, answer: answer.id };
  return {
    store,
    project: project.id,
    session: moved,
    record,
    ...ids,
    prompt,
    deleted,
    execution,
    run,
    batch,
    worker: worker.id,
    owner,
  };
}
