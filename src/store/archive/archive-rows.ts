import { createHash, type Hash } from 'node:crypto';
import { linesIn } from '../../base/text/lines-in.js';
import type { StoredRow } from '../dialects/upkeep.js';
import { designOf, recordTables, type TableDesign } from '../table-design.js';
import type { ArchivedPiece, ArchiveManifest } from './archive-manifest.js';
import { rowIn } from './archived-row.js';
import { damaged } from './errors.js';
import { openArchive } from './open-archive.js';
import type { TarEntry } from './read-tar.js';
import { RowBatch, type TableRows } from './table-rows.js';

/**
 * The rows of an archive that was verified, table by table; each part is checked once more as it is read, because
 * somebody may have replaced the file meanwhile.
 *
 * @throws ArchiveError when it is not what it was, or a row is none of its table
 */
export async function* archiveRows(file: string, manifest: ArchiveManifest): AsyncGenerator<TableRows> {
  const designs = recordTables(await designOf(manifest.schema));
  const entries = openArchive(file);
  try {
    for (const [at, table] of designs.entries()) {
      const pieces = manifest.tables[at]?.files ?? [];
      if (pieces.length > 0) yield { table, batches: batchesOf(file, entries, table, pieces) };
    }
  } finally {
    await entries.return(undefined);
  }
}

async function* batchesOf(
  file: string,
  entries: AsyncIterator<TarEntry>,
  table: TableDesign,
  pieces: readonly ArchivedPiece[],
): AsyncGenerator<readonly StoredRow[]> {
  const batch = new RowBatch();
  for (const piece of pieces) {
    const { value: entry, done } = await entries.next();
    if (done === true || entry.name !== piece.name) throw replaced(file);
    const hash = createHash('sha256');
    let number = 0;
    for await (const lines of linesIn(hashed(entry, hash))) {
      for (const line of lines) {
        number += 1;
        const row = rowIn(line, table);
        if (row === null) throw damaged(file, `line ${number} of ${piece.name} is no row of ${table.name}`);
        const full = batch.add(row, line.length);
        if (full !== null) yield full;
      }
    }
    if (hash.digest('hex') !== piece.sha256) throw replaced(file);
  }
  yield batch.rest();
}

function replaced(file: string) {
  return damaged(file, 'it was replaced while it was read');
}

async function* hashed({ body }: TarEntry, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
}
