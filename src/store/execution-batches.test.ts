import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { writeExecution } from '../../test/fixtures/executions.js';
import { anAnswer, aSession, creationOf, someTime } from '../../test/fixtures/sessions.js';
import { type ExecutionId, newExecutionId } from '../base/ids.js';
import { executionBatches } from './execution-batches.js';
import { BATCH_BYTES } from './in-batches.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const most = 'x'.repeat(BATCH_BYTES - 1000);

async function batchesOf(ids: readonly ExecutionId[]): Promise<ExecutionId[][]> {
  const batches: ExecutionId[][] = [];
  for await (const batch of executionBatches(store.database, ids)) batches.push(batch);
  return batches;
}

describe('executions that are read together', () => {
  it.each([
    ['its answer', (id: ExecutionId) => writeExecution(store.executionJournal, { id }, { response: most })],
    [
      'its reasoning',
      (id: ExecutionId) => writeExecution(store.executionJournal, { id }, { reasoning: most }),
    ],
    [
      'its question',
      (id: ExecutionId) =>
        writeExecution(store.executionJournal, { id, messages: [{ role: 'user', text: most }] }),
    ],
    [
      'a file',
      (id: ExecutionId) => {
        const attachments = [{ name: 'a', mediaType: 'text/plain', bytes: Buffer.from(most) }];
        return writeExecution(store.executionJournal, {
          id,
          messages: [{ role: 'user', text: '', attachments }],
        });
      },
    ],
  ])('have only one among them that %s makes large', async (_, writeLarge) => {
    const small = { response: 'y'.repeat(2000) };
    const first = await writeExecution(store.executionJournal, {}, small);
    const second = await writeExecution(store.executionJournal, {}, small);
    const large = newExecutionId();
    await writeLarge(large);
    expect(await batchesOf([second, large, first])).toEqual([[second], [large], [first]]);
    expect(await batchesOf([first, second])).toEqual([[first, second]]);
  });

  it('have only one among them whose pasted answer is large', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    for (const text of [most, 'y'.repeat(2000)]) await store.journal.receive(anAnswer(session.id, text));
    const ids = (await store.executions.ofSession(session.id)).map(({ id }) => id);
    expect(await batchesOf(ids)).toEqual(ids.map((id) => [id]));
    const answers = await store.executions.pastedAnswers(ids);
    expect(ids.map((id) => answers.get(id)?.length)).toEqual([most.length, 2000]);
  });

  it('come whole in the order that is asked for, without those that are gone', async () => {
    const responses = ['one', 'two', 'three'];
    const ids: ExecutionId[] = [];
    for (const response of responses)
      ids.push(await writeExecution(store.executionJournal, {}, { response }));
    const found: (string | null)[] = [];
    for await (const batch of store.executions.wholeInBatches([...ids.toReversed(), newExecutionId()]))
      found.push(...batch.map(({ response }) => response));
    expect(found).toEqual(responses.toReversed());
  });
});
