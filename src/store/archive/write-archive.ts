import type { Kysely } from 'kysely';
import { currentSchema } from '../current-schema.js';
import { whileStill } from '../dialects/upkeep.js';
import type { Database } from '../schema.js';
import type { ArchiveManifest } from './archive-manifest.js';
import { type ArchiveRequest, writeContents } from './write-contents.js';

/**
 * Writes all that is in a store into one file, as it stands at this moment, while others go on.
 *
 * @returns what the archive says of itself
 * @throws EEXIST when the file is there, and any other system error; nothing is left behind then
 * @throws StoreUnavailableError when the store cannot be read, or not all of it
 */
export async function writeArchive(
  database: Kysely<Database>,
  request: ArchiveRequest,
): Promise<ArchiveManifest> {
  return whileStill(database, async (reading, upkeep) => {
    const schema = await currentSchema(reading);
    return writeContents({ schema, rows: (table) => upkeep.rows(reading, table) }, request);
  });
}
