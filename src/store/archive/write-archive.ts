import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { writeAtomically } from '../../base/files/write-atomically.js';
import { packageVersion } from '../../base/package-root.js';
import { currentSchema } from '../current-schema.js';
import { type Upkeep, whileStill } from '../dialects/upkeep.js';
import type { Database } from '../schema.js';
import { designOf, recordTables, type TableDesign } from '../table-design.js';
import {
  type ArchivedPiece,
  type ArchivedTable,
  type ArchiveManifest,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST_NAME,
} from './archive-manifest.js';
import { lineOf } from './archived-row.js';
import { compress } from './compress.js';
import { type ArchiveRedaction, keepingSecrets } from './redact-row.js';
import type { ReportRows } from './table-rows.js';
import { tarEnd, tarPadding, writeTarHeader } from './tar-format.js';

/** A piece takes so many bytes, or one row that is larger: so much is in memory at a time. */
const PIECE_BYTES = 8_000_000;

export interface ArchiveRequest {
  /** A file that is not there yet. */
  readonly file: string;
  readonly at: Date;
  readonly redaction?: ArchiveRedaction;
  readonly report?: ReportRows;
}

/**
 * Writes all that is in a store into one file, as it stands at this moment, while others go on: a gzip-compressed
 * tar with the rows of each table as JSON lines, and `manifest.json` that says what there is. The file is for its
 * owner only, and takes its name when it is whole.
 *
 * @returns what the archive says of itself
 * @throws EEXIST when the file is there, and any other system error; nothing is left behind then
 * @throws StoreUnavailableError when the store cannot be read, or not all of it
 */
export async function writeArchive(
  database: Kysely<Database>,
  { file, at, redaction = keepingSecrets, report = () => {} }: ArchiveRequest,
): Promise<ArchiveManifest> {
  return whileStill(database, async (reading, upkeep) => {
    const schema = await currentSchema(reading);
    const tables = recordTables(await designOf(schema));
    const archive = new ArchiveWriter({ reading, upkeep, redaction, report, at });
    const write = (sink: (piece: Uint8Array) => Promise<void>) =>
      compress(archive.bytes(schema, tables), sink);
    await writeAtomically(file, write, { replace: false, mode: 0o600 });
    return archive.manifest(schema);
  });
}

interface Surroundings {
  readonly reading: Kysely<Database>;
  readonly upkeep: Upkeep;
  readonly redaction: ArchiveRedaction;
  readonly report: ReportRows;
  readonly at: Date;
}

class ArchiveWriter {
  readonly #at: Surroundings;
  readonly #tables: ArchivedTable[] = [];
  #rows = 0;

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
  }

  manifest(schema: number): ArchiveManifest {
    return {
      format: FORMAT,
      version: FORMAT_VERSION,
      program: packageVersion(),
      schema,
      at: this.#at.at.toISOString(),
      secrets: this.#at.redaction === keepingSecrets ? 'kept' : 'redacted',
      tables: this.#tables,
    };
  }

  async *bytes(schema: number, tables: readonly TableDesign[]): AsyncGenerator<Buffer> {
    for (const table of tables) yield* this.#table(table);
    yield* this.#file(MANIFEST_NAME, Buffer.from(`${JSON.stringify(this.manifest(schema), null, 1)}\n`));
    yield tarEnd;
  }

  async *#table(table: TableDesign): AsyncGenerator<Buffer> {
    const files: ArchivedPiece[] = [];
    for await (const { content, rows } of this.#pieces(table)) {
      const name = `tables/${table.name}/${files.length + 1}.jsonl`;
      const sha256 = createHash('sha256').update(content).digest('hex');
      files.push({ name, rows, bytes: content.length, sha256 });
      yield* this.#file(name, content);
    }
    const rows = files.reduce((sum, piece) => sum + piece.rows, 0);
    this.#tables.push({ name: table.name, columns: table.columns.map(({ name }) => name), rows, files });
  }

  async *#pieces(table: TableDesign): AsyncGenerator<{ content: Buffer; rows: number }> {
    const { reading, upkeep, redaction, report } = this.#at;
    let [lines, bytes]: [Buffer[], number] = [[], 0];
    for await (const row of upkeep.rows(reading, table)) {
      const clean = redaction.clean(table, row);
      if (clean === null) continue;
      const line = Buffer.from(lineOf(clean));
      if (lines.length > 0 && bytes + line.length > PIECE_BYTES) {
        yield { content: Buffer.concat(lines), rows: lines.length };
        [lines, bytes] = [[], 0];
      }
      lines.push(line);
      bytes += line.length;
      this.#rows += 1;
      if (this.#rows % 1000 === 0) report(this.#rows);
    }
    if (lines.length > 0) yield { content: Buffer.concat(lines), rows: lines.length };
  }

  *#file(name: string, content: Buffer): Generator<Buffer> {
    yield writeTarHeader({ name, size: content.length }, this.#at.at);
    yield content;
    yield tarPadding(content.length);
  }
}
