import type { Kysely } from 'kysely';
import type { NewAuditEntry } from '../prompts/audit-entry.js';
import { appendAudit } from './audit-store.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

/** Decides what runs for everybody, whatever anybody says. */
const ALWAYS_PROTECTED = 'production';

/** Who says something, and when. */
interface By {
  readonly actor: string;
  readonly at: Date;
}

/** The labels that only admins move: `production`, and those that somebody protected. */
export class ProtectedLabelStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** All of them, by name. */
  async list(): Promise<string[]> {
    const rows = await this.#database.selectFrom('protected_labels').select('label').execute();
    return [...new Set([ALWAYS_PROTECTED, ...rows.map(({ label }) => label)])].sort();
  }

  /**
   * Protects a label; on record in the audit log.
   *
   * @returns false when it was protected already
   */
  async protect(label: string, by: By): Promise<boolean> {
    if (label === ALWAYS_PROTECTED) return false;
    return inTransaction(this.#database, ['library'], async (transaction) => {
      const added = await transaction
        .insertInto('protected_labels')
        .values({ label })
        .onConflict((conflict) => conflict.doNothing())
        .returning('label')
        .executeTakeFirst();
      if (added === undefined) return false;
      await appendAudit(transaction, entryOn('protected', label, by));
      return true;
    });
  }

  /**
   * Protects a label no more; on record in the audit log.
   *
   * @returns false when it was not protected
   */
  release(label: string, by: By): Promise<boolean> {
    return inTransaction(this.#database, ['library'], async (transaction) => {
      const removed = await transaction
        .deleteFrom('protected_labels')
        .where('label', '=', label)
        .returning('label')
        .executeTakeFirst();
      if (removed === undefined) return false;
      await appendAudit(transaction, entryOn('released', label, by));
      return true;
    });
  }
}

function entryOn(change: 'protected' | 'released', label: string, { actor, at }: By): NewAuditEntry {
  return {
    at,
    actor,
    action: `label.${change}`,
    subject: { kind: 'label', id: null, name: label },
    before: { protected: change === 'released' },
    after: { protected: change === 'protected' },
    note: null,
    forced: false,
  };
}
