import type { StoredRow, StoredValue } from '../dialects/upkeep.js';
import { jsonColumns } from '../json-columns.js';
import { measuresOf } from '../row-measures.js';
import { SecretRemoval } from '../secret-removal.js';
import type { TableDesign } from '../table-design.js';

/** What becomes of rows on their way into an archive. */
export interface ArchiveRedaction {
  /** @returns null for a row that must not go along */
  clean(table: TableDesign, row: StoredRow): StoredRow | null;
}

/** For a move between one's own stores: everything goes along as it is. */
export const keepingSecrets: ArchiveRedaction = { clean: (_, row) => row };

type Named = Record<string, StoredValue>;

/**
 * Puts a mark in the place of what looks like a credential, in texts and in answers, wherever in the store they are.
 * Checksums are those of what is written. The audit log's hashes stay: that an entry was changed shows.
 */
export class SecretRedaction implements ArchiveRedaction {
  readonly #removal = new SecretRemoval([]);
  readonly #at: string;
  /** The executions in which something was found: their answers are no good to be given again. */
  readonly #redacted = new Set<StoredValue>();

  constructor(at: Date) {
    this.#at = at.toISOString();
  }

  /** How many places were blacked out so far. */
  get found(): number {
    return this.#removal.found;
  }

  clean(table: TableDesign, row: StoredRow): StoredRow | null {
    const { columns } = table;
    const named: Named = Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
    if (table.name === 'cache_entries' && this.#redacted.has(named.execution_id ?? null)) return null;
    const found = this.found;
    for (const { name, type } of columns) {
      if (type !== 'integer' && !isReference(table, name))
        named[name] = this.#value(name, named[name] ?? null);
    }
    if (this.found === found) return row;
    if (table.name === 'executions') {
      this.#redacted.add(named.id ?? null);
      named.redacted_at = this.#at;
    }
    const measured: Named = { ...named, ...measuresOf(table.name, named) };
    return columns.map(({ name }) => measured[name] ?? null);
  }

  #value(column: string, value: StoredValue): StoredValue {
    if (value instanceof Uint8Array) {
      return column === 'answer' ? this.#removal.bytes(value) : this.#removal.file(value);
    }
    if (typeof value !== 'string') return value;
    return jsonColumns.has(column) && isJson(value) ? this.#removal.json(value) : this.#removal.text(value);
  }
}

/** What rows are found by never is a secret, and has to stay as it is elsewhere. */
function isReference({ key, references }: TableDesign, name: string): boolean {
  return key.includes(name) || references.some(({ column }) => column === name);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
