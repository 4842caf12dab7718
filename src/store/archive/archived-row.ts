import type { StoredRow, StoredValue } from '../dialects/upkeep.js';
import type { ColumnType, TableDesign } from '../table-design.js';

/** A row as a line of an archive: a JSON list of the values, bytes as `{"base64":"…"}`. */
export function lineOf(row: StoredRow): string {
  return `${JSON.stringify(row.map(written))}\n`;
}

function written(value: StoredValue): unknown {
  return value instanceof Uint8Array
    ? { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
    : value;
}

/**
 * Reads such a line, whoever wrote it.
 *
 * @returns null for what is no row of that table
 */
export function rowIn(line: string, { columns }: TableDesign): StoredRow | null {
  const values = parsed(line);
  if (!Array.isArray(values) || values.length !== columns.length) return null;
  // In place, because there may be millions of rows.
  for (const [at, { type }] of columns.entries()) {
    const value = readers[type](values[at]);
    if (value === undefined) return null;
    values[at] = value;
  }
  return values;
}

/** Undefined for what cannot stand in a column of the type. */
const readers: Readonly<Record<ColumnType, (value: unknown) => StoredValue | undefined>> = {
  text: (value) => (typeof value === 'string' || value === null ? value : undefined),
  integer: (value) => (value === null ? null : Number.isSafeInteger(value) ? Number(value) : undefined),
  real: (value) => (typeof value === 'number' || value === null ? value : undefined),
  blob: (value) => (value === null ? null : bytesIn(value)),
};

function bytesIn(value: unknown): Uint8Array | undefined {
  const { base64, ...rest }: { base64?: unknown } = Object(value);
  if (typeof base64 !== 'string' || Object.keys(rest).length > 0) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

/** Undefined for what is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
