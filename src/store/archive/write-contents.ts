import { createHash } from 'node:crypto';
import { writeAtomically } from '../../base/files/write-atomically.js';
import { packageVersion } from '../../base/package-root.js';
import type { StoredRow } from '../dialects/upkeep.js';
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

/** What goes into an archive, wherever it comes from. */
export interface ArchiveContents {
  readonly schema: number;
  /** In the order of the table's key. */
  rows(table: TableDesign): AsyncIterable<StoredRow>;
}

export interface ArchiveRequest {
  /** A file that is not there yet. */
  readonly file: string;
  readonly at: Date;
  readonly redaction?: ArchiveRedaction;
  readonly report?: ReportRows;
}

/**
 * Writes rows into a gzip-compressed tar: those of each table as JSON lines, and behind them `manifest.json`, which
 * says what there is. The file is for its owner only, and takes its name when it is whole.
 *
 * @returns what the archive says of itself
 * @throws EEXIST when the file is there, any other system error, and what the rows throw; nothing is left behind then
 */
export async function writeContents(
  contents: ArchiveContents,
  request: ArchiveRequest,
): Promise<ArchiveManifest> {
  const writer = new ArchiveWriter(contents, request);
  const write = (sink: (piece: Uint8Array) => Promise<void>) => compress(writer.bytes(), sink);
  await writeAtomically(request.file, write, { replace: false, mode: 0o600 });
  return writer.manifest;
}

class ArchiveWriter {
  readonly #contents: ArchiveContents;
  readonly #at: Date;
  readonly #redaction: ArchiveRedaction;
  readonly #report: ReportRows;
  readonly #tables: ArchivedTable[] = [];
  #rows = 0;

  constructor(
    contents: ArchiveContents,
    { at, redaction = keepingSecrets, report = () => {} }: ArchiveRequest,
  ) {
    this.#contents = contents;
    this.#at = at;
    this.#redaction = redaction;
    this.#report = report;
  }

  /** To be asked for when all bytes were given. */
  get manifest(): ArchiveManifest {
    return {
      format: FORMAT,
      version: FORMAT_VERSION,
      program: packageVersion(),
      schema: this.#contents.schema,
      at: this.#at.toISOString(),
      secrets: this.#redaction === keepingSecrets ? 'kept' : 'redacted',
      tables: this.#tables,
    };
  }

  async *bytes(): AsyncGenerator<Buffer> {
    for (const table of recordTables(await designOf(this.#contents.schema))) yield* this.#table(table);
    yield* this.#file(MANIFEST_NAME, Buffer.from(`${JSON.stringify(this.manifest, null, 1)}\n`));
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
    let [lines, bytes]: [Buffer[], number] = [[], 0];
    for await (const row of this.#contents.rows(table)) {
      const clean = this.#redaction.clean(table, row);
      if (clean === null) continue;
      const line = Buffer.from(lineOf(clean));
      if (lines.length > 0 && bytes + line.length > PIECE_BYTES) {
        yield { content: Buffer.concat(lines), rows: lines.length };
        [lines, bytes] = [[], 0];
      }
      lines.push(line);
      bytes += line.length;
      this.#rows += 1;
      if (this.#rows % 1000 === 0) this.#report(this.#rows);
    }
    if (lines.length > 0) yield { content: Buffer.concat(lines), rows: lines.length };
  }

  *#file(name: string, content: Buffer): Generator<Buffer> {
    yield writeTarHeader({ name, size: content.length }, this.#at);
    yield content;
    yield tarPadding(content.length);
  }
}
