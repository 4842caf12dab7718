import * as z from 'zod/mini';
import { checkStore, type StoreCheck } from '../../store/check/check-store.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbCheckOutput } from './outputs.js';
import { reportInput } from './report-progress.js';

/**
 * Looks for what is wrong with the store: damage, missing tables and columns, rows that hang on nothing, a search
 * index with gaps, an audit log that was changed. It changes nothing.
 *
 * @throws StoreTooNewError when the store is newer than this program
 */
export const dbCheck = operation(
  z.object({ report: reportInput }),
  async ({ store }: DbDeps, { report = () => {} }): Promise<DbCheckOutput> => {
    const findings = await checkStore(store, (check) => report(names[check]));
    return { location: store.location, sound: findings.length === 0, findings };
  },
);

const names: Readonly<Record<StoreCheck, string>> = {
  integrity: 'reading the store',
  schema: 'tables and indexes',
  references: 'references',
  search: 'search indexes',
  audit: 'audit log',
};
