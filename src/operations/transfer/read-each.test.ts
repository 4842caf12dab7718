import { expect, it } from 'vitest';
import { aSession } from '../../../test/fixtures/sessions.js';
import type { SessionId } from '../../base/ids.js';
import { StoreUnavailableError } from '../../store/errors.js';
import type { SessionRecord } from '../../store/session-record.js';
import { readEach } from './read-each.js';
import { SessionTransfer } from './transferred-session.js';

const sessions = ['a', 'b', 'c', 'd'].map((title) => aSession({ title }));
const ids = sessions.map(({ id }) => id);
const [, , broken = ids[0]] = ids;

/** A store with a session that cannot be read, nor any that is read together with it. */
const records = (fault: Error) => ({
  async *whole(asked: readonly SessionId[]): AsyncGenerator<SessionRecord> {
    const [first, ...rest] = sessions.filter(({ id }) => asked.includes(id));
    if (first !== undefined && first.id !== broken)
      yield { session: first, requests: [], attempts: [], history: [] };
    if (asked.includes(broken as SessionId)) throw fault;
    for (const session of rest) yield { session, requests: [], attempts: [], history: [] };
  },
});

async function titlesRead(fault: Error, transfer: SessionTransfer): Promise<string[]> {
  const titles: string[] = [];
  for await (const { session } of readEach(records(fault), ids, transfer)) titles.push(session.title);
  return titles;
}

it('reads all that can be read, each once, and tells which cannot', async () => {
  const transfer = new SessionTransfer();
  const damaged = new StoreUnavailableError('STORE_DAMAGED', 'It is damaged.', {});
  expect(await titlesRead(damaged, transfer)).toEqual(['a', 'b', 'd']);
  expect(transfer.inOrderOf(ids)).toMatchObject([
    { from: broken, outcome: 'failed', problem: { code: 'STORE_DAMAGED' } },
  ]);
});

it('does not hide a fault of the program', async () => {
  await expect(titlesRead(new TypeError('x'), new SessionTransfer())).rejects.toThrow(TypeError);
});
