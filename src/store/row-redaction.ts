import type { Transaction } from 'kysely';
import type { Database } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';
import { type ColumnsOf, updateRows } from './update-rows.js';

/** Takes secrets out of rows, inside a transaction. */
export class RowRedaction {
  readonly transaction: Transaction<Database>;
  readonly removal: SecretRemoval;

  constructor(transaction: Transaction<Database>, removal: SecretRemoval) {
    this.transaction = transaction;
    this.removal = removal;
  }

  /**
   * Writes those rows anew in which something is found.
   *
   * @param key the columns by which a row is found
   * @param clean gives the key of a row, and the columns that are to be written without what is found in them
   * @returns the rows in which something was found, as they were
   */
  async redact<Table extends keyof Database & string, Row>(
    table: Table,
    key: readonly (keyof Database[Table] & string)[],
    rows: readonly Row[],
    clean: (row: Row) => ColumnsOf<Table>,
  ): Promise<Row[]> {
    const cleaned = rows.map((row) => {
      const before = this.removal.found;
      const columns = clean(row);
      return { row, columns, isChanged: this.removal.found > before };
    });
    const changed = cleaned.filter(({ isChanged }) => isChanged);
    await updateRows(
      this.transaction,
      table,
      key,
      changed.map(({ columns }) => columns),
    );
    return changed.map(({ row }) => row);
  }
}
