import { isOutput, rawName, sessionName, textName } from './file-names.js';
import type { WorkspaceFiles } from './files/workspace-files.js';
import type { KeptAttempt, KeptSession } from './kept-session.js';
import { fileOfSession } from './session-codec.js';
import { type SessionText, textsOf } from './session-texts.js';
import { type TextKey, textKeys } from './text-keys.js';

type AnswerOf = (attempt: KeptAttempt) => Promise<Uint8Array>;

/**
 * Writes a session: first its answers byte for byte, then the texts for people, at last its own file, which
 * is what makes the change. A process that ends before that leaves the session as it was.
 */
export async function writeSession(
  files: WorkspaceFiles,
  kept: KeptSession,
  answerOf: AnswerOf,
): Promise<void> {
  for (const { attempt, unsaved } of kept.attempts) {
    if (unsaved !== null) await writeAnswer(files, rawName(attempt), unsaved);
  }
  const names: Record<TextKey, string | null> = { ...noTexts };
  for (const text of await textsOf(kept, answerOf)) names[text.key] = await placeText(files, kept, text);
  const file = fileOfSession(kept, names);
  await files.replace(sessionName(kept.session.id), `${JSON.stringify(file, null, 2)}\n`);
}

const noTexts = Object.fromEntries(textKeys.map((key) => [key, null])) as Record<TextKey, null>;

/**
 * A file of that name can only come from a process that ended before it could record the answer. It is put
 * aside: what was pasted is never written over.
 */
async function writeAnswer(files: WorkspaceFiles, name: string, bytes: Uint8Array): Promise<void> {
  const left = await files.read(name);
  if (left?.equals(bytes)) return;
  if (left !== null) await files.move(name, await freeName(files, name));
  await files.replace(name, bytes);
}

/** @example 'outputs/s2m….process.1.left-1.raw' */
async function freeName(files: WorkspaceFiles, taken: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = taken.replace(/raw$/, `left-${number}.raw`);
    if ((await files.read(name)) === null) return name;
  }
}

/** Where a text lies: where it lay before, when it is the same, or in a file of its own. */
async function placeText(
  files: WorkspaceFiles,
  { session, file }: KeptSession,
  { key, attempt, text }: SessionText,
): Promise<string> {
  const name = textName(session.id, key, attempt.attempt.number);
  for (const known of [file?.files[key] ?? name, name].filter(isOutput)) {
    if ((await files.read(known))?.toString('utf8').trimEnd() === text.trimEnd()) return known;
  }
  await files.replace(name, text);
  return name;
}

/** Removes a session: its own file first, so that nothing is left that names what is no longer there. */
export async function removeSession(
  files: WorkspaceFiles,
  { session, attempts, file }: KeptSession,
): Promise<void> {
  await files.remove(sessionName(session.id));
  const answers = attempts.filter(({ prompt }) => prompt === null).map(({ attempt }) => rawName(attempt));
  const texts = textKeys.map((key) => file?.files[key] ?? '').filter(isOutput);
  for (const name of [...answers, ...texts]) await files.remove(name);
}
