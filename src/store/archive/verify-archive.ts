import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { SCHEMA_VERSION } from '../schema-version.js';
import { designOf, recordTables } from '../table-design.js';
import {
  type ArchivedPiece,
  type ArchiveManifest,
  archiveHead,
  archiveManifest,
  FORMAT_VERSION,
  MANIFEST_NAME,
  MOST_PIECE_BYTES,
} from './archive-manifest.js';
import { ArchiveError, damaged, notAnArchive } from './errors.js';
import { openArchive } from './open-archive.js';
import type { TarEntry } from './read-tar.js';

/** A manifest of pieces of 8 MB that is longer is of more than a hundred terabytes. */
const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Reads an archive from its beginning to its end, and takes nothing from it but what it says of itself: afterwards it
 * is known to be whole, unaltered, and of a schema that this program knows.
 *
 * @throws ArchiveError when it is not
 */
export async function verifyArchive(file: string): Promise<ArchiveManifest> {
  const found: ArchivedPiece[] = [];
  let manifest: string | null = null;
  for await (const entry of openArchive(file)) {
    if (manifest !== null) throw damaged(file, 'something stands behind its end');
    if (entry.name === MANIFEST_NAME) manifest = await readManifest(file, entry);
    else found.push(await measured(file, entry));
  }
  if (manifest === null) throw notAnArchive(file);
  const read = parseManifest(file, manifest);
  await requireKnownTables(file, read);
  requireSame(file, read, found);
  return read;
}

async function readManifest(file: string, { size, body }: TarEntry): Promise<string> {
  if (size > MOST_MANIFEST_BYTES) throw damaged(file, 'its list of contents is too long');
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function measured(file: string, { name, size, body }: TarEntry): Promise<ArchivedPiece> {
  if (size > MOST_PIECE_BYTES) throw damaged(file, 'a part of it is too large');
  const hash = createHash('sha256');
  let rows = 0;
  for await (const piece of body) {
    hash.update(piece);
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) rows += 1;
  }
  return { name, rows, bytes: size, sha256: hash.digest('hex') };
}

function parseManifest(file: string, text: string): ArchiveManifest {
  const json = jsonIn(text);
  const head = z.safeParse(archiveHead, json);
  if (!head.success) throw notAnArchive(file);
  const { version, schema } = head.data;
  if (version > FORMAT_VERSION || schema > SCHEMA_VERSION) throw tooNew(file, version, schema);
  const manifest = z.safeParse(archiveManifest, json);
  if (!manifest.success) throw damaged(file, 'its list of contents cannot be read');
  return manifest.data;
}

function tooNew(file: string, version: number, schema: number): ArchiveError {
  const which = version > FORMAT_VERSION ? `a newer form (${version})` : `schema ${schema}`;
  return new ArchiveError(
    'ARCHIVE_TOO_NEW',
    `The archive ${file} has ${which}, written by a newer prompt-runner; this one knows schemas up to ${SCHEMA_VERSION}.`,
    { hint: 'Use the newer prompt-runner.' },
  );
}

/** The tables and columns of its schema, in their order, and no others. */
async function requireKnownTables(file: string, { schema, tables }: ArchiveManifest): Promise<void> {
  const known = recordTables(await designOf(schema));
  const expected = known.map(({ name, columns }) => [name, columns.map((column) => column.name)]);
  if (
    isDeepStrictEqual(
      expected,
      tables.map(({ name, columns }) => [name, columns]),
    )
  )
    return;
  throw damaged(file, `its tables are not those of schema ${schema}`);
}

/** What is there is what is listed: each part in its place, with its rows, byte for byte. */
function requireSame(file: string, { tables }: ArchiveManifest, found: readonly ArchivedPiece[]): void {
  const listed = tables.flatMap((table) => table.files);
  const wrong = listed.find((piece, at) => !isDeepStrictEqual(piece, found[at]));
  if (wrong !== undefined) throw damaged(file, `${wrong.name} was altered, or is missing`);
  if (listed.length !== found.length) throw damaged(file, 'it holds more than it lists');
  for (const { name, rows, files } of tables) {
    const sum = files.reduce((total, piece) => total + piece.rows, 0);
    const isNumbered = files.every((piece, at) => piece.name === `tables/${name}/${at + 1}.jsonl`);
    if (sum !== rows || !isNumbered) throw damaged(file, `its list of ${name} contradicts itself`);
  }
}

/** Undefined for what is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
