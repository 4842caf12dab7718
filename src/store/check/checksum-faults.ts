import { measuresOf, type NamedRow } from '../row-measures.js';

/** Whether a row's content is what the checksum and the size say that stand beside it. */
export function checksumFaults(table: string, row: NamedRow): readonly string[] {
  try {
    const measures = measuresOf(table, row);
    if (measures === null) return [];
    const isWhole = measures.checksum === row.checksum && measures.size === row.size;
    return isWhole ? [] : ['The content is not what its checksum says'];
  } catch {
    // Of whatever kind the trouble is, it is with what is stored.
    return ['The content that a checksum belongs to cannot be read'];
  }
}
