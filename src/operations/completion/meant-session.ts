import { realpathSync } from 'node:fs';
import { folderAndAbove } from '../../base/files/folder-and-above.js';
import { sessionIdFor } from '../../base/ids.js';
import type { IndexedSession, NameIndex } from '../../store/name-index.js';
import type { ConfigDeps } from '../config/config-deps.js';

/** Where the line is typed. */
type Place = Pick<ConfigDeps, 'env' | 'cwd'>;

/**
 * The id of the session that is meant, found as `findSession` finds it, but from the index of names alone: the
 * one named on the line or by PROMPT_RUNNER_SESSION, else the one in use here. Ask `isToldByIndex` first.
 *
 * @returns null when there is none, or when several fit
 */
export function meantSession(index: NameIndex, reference: string | undefined, place: Place): string | null {
  const named = namedOn(reference, place);
  if (named !== undefined) return onlyOne(sessionsNamed(index, named));
  const chosen = sessionInUse(index, realpathSync(place.cwd));
  return chosen === null ? null : onlyOne(index.sessionsWithIdPrefix(chosen));
}

/**
 * Whether the index of names can tell which session is meant. Where the environment names a project, and no
 * session is named, it cannot: there is none in use when there is no such project.
 */
export function isToldByIndex(reference: string | undefined, place: Place): boolean {
  return namedOn(reference, place) !== undefined || !place.env.PROMPT_RUNNER_PROJECT;
}

function namedOn(reference: string | undefined, { env }: Place): string | undefined {
  return reference ?? (env.PROMPT_RUNNER_SESSION || undefined);
}

/** Those that the beginning of an id fits, else those with the title, else the one with an older tool's id. */
function sessionsNamed(index: NameIndex, reference: string): IndexedSession[] {
  const byId = index.sessionsWithIdPrefix(reference.toLowerCase());
  if (byId.length > 0) return byId;
  const titled = index.sessionsTitled(reference);
  return titled.length > 0 ? titled : index.sessionsWithIdPrefix(sessionIdFor(reference));
}

function onlyOne(sessions: readonly IndexedSession[]): string | null {
  const [session, second] = sessions;
  return session === undefined || second !== undefined || session.isDeleted ? null : session.id;
}

/** The choice is kept for the root of the project around the folder, or else for a folder. */
function sessionInUse(index: NameIndex, folder: string): string | null {
  const folders = folderAndAbove(folder);
  const place = index.deepestRoot(folders) ?? folder;
  return index.sessionInUse(place === folder ? folders : [place]);
}
