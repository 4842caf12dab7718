import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { someTime } from '../../test/fixtures/sessions.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const by = { actor: 'ada', at: someTime };

describe('protected labels', () => {
  it('are production, and those that somebody protected', async () => {
    const { protectedLabels } = store;
    expect(await protectedLabels.list()).toEqual(['production']);
    expect(await protectedLabels.protect('staging', by)).toBe(true);
    expect(await protectedLabels.protect('staging', by)).toBe(false);
    expect(await protectedLabels.protect('production', by)).toBe(false);
    expect(await protectedLabels.list()).toEqual(['production', 'staging']);
    expect(await protectedLabels.release('production', by)).toBe(false);
    expect(await protectedLabels.release('staging', by)).toBe(true);
    expect(await protectedLabels.release('staging', by)).toBe(false);
    expect(await protectedLabels.list()).toEqual(['production']);
  });

  it('are on record, each change once', async () => {
    await store.protectedLabels.protect('staging', by);
    await store.protectedLabels.protect('staging', by);
    await store.protectedLabels.release('staging', by);
    const entries = await store.audit.list({ subjectKind: 'label', subject: 'staging' }, { limit: 10 });
    expect(entries.map(({ entry }) => [entry?.action, entry?.before, entry?.after])).toEqual([
      ['label.released', { protected: true }, { protected: false }],
      ['label.protected', { protected: false }, { protected: true }],
    ]);
  });
});
