import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { aSession, creationOf, someTime } from '../../test/fixtures/sessions.js';
import { newPromptVersionId } from '../base/ids.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

it('links a prompt to its template once: who comes second changes nothing', async () => {
  const session = aSession();
  await store.journal.create(creationOf(session));
  const [prompt] = await store.templates.unlinked(session.id, null, 10);
  if (prompt === undefined) throw new Error('a session begins with a prompt');
  const version = newPromptVersionId();
  const source = { layer: 'global', checksum: 'a', note: null, versions: [version] } as const;
  await store.templates.link(prompt.attempt, 'first@1', source);
  await store.templates.link(prompt.attempt, 'second@1', { ...source, versions: [newPromptVersionId()] });
  expect(await store.journal.attempts(session.id)).toMatchObject([{ template: 'first@1', source }]);
  expect(await store.templates.unlinked(session.id, null, 10)).toEqual([]);
});
