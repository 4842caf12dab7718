import * as z from 'zod/mini';
import { checkStore, type StoreCheck } from '../../store/check/check-store.js';
import { newestBackup } from '../../store/dialects/newest-backup.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbCheckOutput } from './outputs.js';
import { reportInput } from './report-progress.js';
import { requireOwnership } from './require-ownership.js';

/**
 * Looks for what is wrong with the store: damage, missing tables and columns, rows that hang on nothing, answers and
 * prompts that are not what their checksums say, histories that are torn, a search index with gaps, an audit log that
 * was changed. It changes nothing.
 *
 * @throws NotAllowedError on a server, for who did not make its tables
 * @throws StoreTooNewError when the store is newer than this program
 */
export const dbCheck = operation(
  z.object({ report: reportInput }),
  async ({ store }: DbDeps, { report = () => {} }): Promise<DbCheckOutput> => {
    await requireOwnership(store);
    const findings = await checkStore(store, (check) => report(names[check]));
    const sound = findings.length === 0;
    return { location: store.location, sound, findings, backup: sound ? null : newestBackup(store.location) };
  },
);

const names: Readonly<Record<StoreCheck, string>> = {
  integrity: 'reading the store',
  schema: 'tables and indexes',
  references: 'references',
  contents: 'checksums and histories',
  sessions: 'sessions',
  search: 'search indexes',
  audit: 'audit log',
};
