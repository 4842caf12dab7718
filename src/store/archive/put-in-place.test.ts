import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putInPlace } from './put-in-place.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-place-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('leaves nothing of the old file beside the new one', () => {
  const place = (name: string) => join(folder, name);
  for (const ending of ['', '-journal', '-wal', '-shm'])
    writeFileSync(place(`store.db${ending}`), `old${ending}`);
  writeFileSync(place('whole.db'), 'new');
  putInPlace(place('whole.db'), place('store.db'), place('kept.db'));
  const found = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(place(name), 'utf8')]),
  );
  expect(found).toEqual({
    'store.db': 'new',
    'kept.db': 'old',
    'kept.db-journal': 'old-journal',
    'kept.db-shm': 'old-shm',
    'kept.db-wal': 'old-wal',
  });
});
