import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../base/environment.js';
import type { Streams } from '../streams.js';
import { EditorFailedError } from './errors.js';
import { readFileWithin } from './read-file.js';
import { editorOf, runEditor } from './run-editor.js';

export interface EditRequest {
  /** What is written, as it reads in a sentence: "the feature request". */
  readonly what: string;
  /** What the editor starts with. */
  readonly draft: string;
  readonly limitBytes: number;
}

/**
 * The text that a person writes in their editor (`VISUAL`, then `EDITOR`) in a temporary file. The file is
 * removed once its text is safely read; whatever goes wrong, a text that a person wrote stays on disk.
 *
 * @throws {EditorFailedError} the editor did not start or did not end well; it says where the text is kept
 * @throws {InputTooLargeError} the text is longer than `limitBytes`; its file is kept
 * @example const bytes = await editText({ what: 'the answer', draft: '', limitBytes: 1e6 }, streams, env);
 */
export async function editText(
  request: EditRequest,
  streams: Streams,
  env: Environment,
): Promise<Uint8Array> {
  const editor = editorOf(env);
  const folder = await mkdtemp(join(tmpdir(), 'prompt-runner-'));
  const file = join(folder, `${request.what.replace(/[^a-z]+/gi, '-')}.md`);
  await writeFile(file, request.draft, { mode: 0o600 });
  const failure = await runEditor(editor, file, streams);
  if (failure !== null) {
    const keptAt = (await isUnwritten(file, request.draft)) ? null : file;
    if (keptAt === null) await rm(folder, { recursive: true });
    throw new EditorFailedError(editor.command, failure.reason, keptAt, { cause: failure.cause });
  }
  const bytes = await readFileWithin(file, request.limitBytes);
  await rm(folder, { recursive: true });
  return bytes;
}

async function isUnwritten(file: string, draft: string): Promise<boolean> {
  const written = await readFile(file, 'utf8').catch(() => '');
  return written.trim() === '' || written === draft;
}
