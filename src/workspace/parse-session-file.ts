import * as z from 'zod/mini';
import type { SessionId } from '../base/ids.js';
import { SessionFileBrokenError } from './errors.js';
import { isSafeId, sessionName } from './file-names.js';
import { olderStatusOf } from './older/older-status.js';
import { FILE_FORMAT, type SessionFile, sessionFile } from './session-file.js';

/**
 * Reads a session's file.
 *
 * @param id what the file is named for
 * @throws SessionFileBrokenError when it is no JSON, lacks something, or contradicts itself
 */
export function parseSessionFile(id: SessionId, content: Uint8Array): SessionFile {
  const broken = (reason: string, cause?: unknown) =>
    new SessionFileBrokenError(sessionName(id), reason, { cause });
  if (!isSafeId(id)) throw broken('its name cannot be that of a session');
  const document = parseJson(content, (cause) => broken('it is not a JSON document', cause));
  if (isNewer(document)) throw broken('a newer prompt-runner wrote it');
  const parsed = z.safeParse(sessionFile, document);
  if (!parsed.success) throw broken(describe(parsed.error.issues), parsed.error);
  const contradiction = contradictionIn(id, parsed.data);
  if (contradiction !== null) throw broken(contradiction);
  return parsed.data;
}

function parseJson(content: Uint8Array, broken: (cause: unknown) => Error): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(content));
  } catch (error) {
    throw broken(error);
  }
}

function isNewer(document: unknown): boolean {
  const format = z.safeParse(z.object({ prompt_runner: z.object({ format: z.number() }) }), document);
  return format.success && format.data.prompt_runner.format > FILE_FORMAT;
}

/** What a check says that has no words of its own; the others are told apart by their code. */
const UNSAID = 'Invalid input';

function describe([first]: readonly z.core.$ZodIssue[]): string {
  const where = first?.path.length ? `its "${first.path.join('.')}"` : 'the document';
  const ownWords = first?.code === 'custom' && first.message !== UNSAID ? first.message : null;
  return `${where} ${ownWords ?? 'is missing or not as it should be'}`;
}

/** What two places in the file say differently; neither can be believed then. */
function contradictionIn(id: SessionId, file: SessionFile): string | null {
  if (file.id !== id) return `it says that it is session "${file.id}"`;
  const own = file.prompt_runner;
  if (own === undefined) return null;
  const recorded = olderStatusOf(own.state);
  if (file.status === recorded) return null;
  return (
    `its status was changed from "${recorded}" to "${file.status}" by something else; ` +
    'change it back, or remove the key "prompt_runner" to take the session as the older tool left it'
  );
}
