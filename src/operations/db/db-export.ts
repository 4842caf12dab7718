import { statSync } from 'node:fs';
import * as z from 'zod/mini';
import { groupThousands } from '../../base/text/group-thousands.js';
import { rowsIn } from '../../store/archive/archive-manifest.js';
import { keepingSecrets, SecretRedaction } from '../../store/archive/redact-row.js';
import { currentSchema } from '../../store/current-schema.js';
import { StoreTooNewError } from '../../store/errors.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { NotAllowedError } from '../errors.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbExportOutput } from './outputs.js';
import { reportInput } from './report-progress.js';
import { requireOwnership } from './require-ownership.js';
import { writeArchiveFile } from './write-backup.js';

/**
 * Writes the whole store into one archive that any store can take in, while others go on working. What looks like a
 * credential has a mark in its place, unless it is asked for.
 *
 * @throws NotAllowedError on a server, for who did not make its tables
 * @throws FileExistsError when the file is there already
 * @throws NotFoundError when its folder is not there
 */
export const dbExport = operation(
  z.object({ file: z.string(), withSecrets: z._default(z.boolean(), false), report: reportInput }),
  async ({ store, clock }: DbDeps, { file, withSecrets, report }): Promise<DbExportOutput> => {
    await requireOwnership(store);
    const schema = await currentSchema(store.database);
    if (schema === 0) {
      throw new NotAllowedError(`The store ${store.location} is empty: there is nothing to export.`, {});
    }
    if (schema > SCHEMA_VERSION) throw new StoreTooNewError(store.location, schema, SCHEMA_VERSION);
    const at = clock.now();
    const redaction = withSecrets ? null : new SecretRedaction(at);
    const manifest = await writeArchiveFile(store, {
      file,
      at,
      redaction: redaction ?? keepingSecrets,
      report: (rows) => report?.(`${groupThousands(rows)} rows`),
    });
    return {
      location: store.location,
      file,
      sizeBytes: statSync(file).size,
      schema: manifest.schema,
      rows: rowsIn(manifest),
      withSecrets,
      redacted: redaction?.found ?? 0,
    };
  },
);
