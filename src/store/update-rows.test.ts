import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { anAnswer, aSession, creationOf, someTime } from '../../test/fixtures/sessions.js';
import type { Session } from '../engine/session/session.js';
import type { Store } from './store.js';
import { inTransaction } from './transaction.js';
import { updateRows } from './update-rows.js';

let store: Store;
let session: Session;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  session = aSession();
  await store.journal.create(creationOf(session));
});
afterEach(() => store.close());

const strange = 'a \0 b \ud800 "c" ünï 漢字';

it('writes texts, bytes, numbers and what is not there, of the rows that are meant alone', async () => {
  const answers = ['one', 'two', 'three'].map((text) => anAnswer(session.id, text));
  for (const answer of answers) await store.journal.receive(answer);
  const [first, second, third] = answers.map(({ id }) => id);
  await inTransaction(store.database, [], (transaction) =>
    updateRows(
      transaction,
      'orchestration_phases',
      ['id'],
      [
        { id: first, answer: Uint8Array.of(0, 255, 39), problem_message: null, size: 3 },
        { id: third, answer: Buffer.from('x'), problem_message: strange, size: 12_345_678_901 },
      ],
    ),
  );
  const rows = await store.database
    .selectFrom('orchestration_phases')
    .select(['id', 'answer', 'problem_message', 'size'])
    .where('answer', 'is not', null)
    .orderBy('position')
    .execute();
  const plain = rows.map(({ answer, ...row }) => ({ ...row, answer: [...(answer ?? [])] }));
  expect(plain).toEqual([
    { id: first, answer: [0, 255, 39], problem_message: null, size: 3 },
    { id: second, answer: [...Buffer.from('two')], problem_message: null, size: 3 },
    { id: third, answer: [120], problem_message: strange, size: 12_345_678_901 },
  ]);
});

it('finds rows by keys of several columns, and writes more than a statement takes', async () => {
  const { database } = store;
  const about = { session_id: session.id, replaces: null, at: someTime.toISOString(), actor: 'ada' };
  const numbers = Array.from({ length: 1200 }, (_, at) => at + 2);
  await database
    .insertInto('session_requests')
    .values(numbers.map((number) => ({ ...about, number, text: 'old' })))
    .execute();
  const rows = numbers.map((number) => ({ session_id: session.id, number, text: `new ${number}` }));
  await inTransaction(database, [], (transaction) =>
    updateRows(transaction, 'session_requests', ['session_id', 'number'], rows),
  );
  const texts = (await store.journal.requests(session.id)).map(({ text }) => text);
  expect(texts).toEqual([session.featureRequest, ...numbers.map((number) => `new ${number}`)]);
});

it('asks nothing when there is nothing to write', async () => {
  await inTransaction(store.database, [], (transaction) => updateRows(transaction, 'runs', ['id'], []));
});
