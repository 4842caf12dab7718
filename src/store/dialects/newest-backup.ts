import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A store that a backup was put in the place of: perhaps because it was damaged. */
const REPLACED = '.before-restore.';

/**
 * The newest of the backups beside a store's file; null when there is none, or nobody may look.
 *
 * @example newestBackup('/data/store.db') === '/data/store.db.schema-5.2026-11-20T10-00-00-000Z.bak'
 */
export function newestBackup(file: string): string | null {
  try {
    const folder = dirname(file);
    const isBackup = (name: string) =>
      name.startsWith(`${basename(file)}.`) && name.endsWith('.bak') && !name.includes(REPLACED);
    const found = readdirSync(folder)
      .filter(isBackup)
      .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
    return found.sort((a, b) => b.at - a.at || (a.path < b.path ? 1 : -1))[0]?.path ?? null;
  } catch {
    return null;
  }
}
