import { folderAndAbove } from '../../base/files/folder-and-above.js';
import { sessionIdFor } from '../../base/ids.js';
import { closestName } from '../../base/text/closest-name.js';
import type { Session } from '../../engine/session/session.js';
import { readable, recordAccessOf } from '../access/access.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { whereabouts } from '../project/current-project.js';

const SUGGESTED_AMONG = 500;

/**
 * The session that is meant: the one named (full id, unique beginning of an id, or title), else
 * `--session` or PROMPT_RUNNER_SESSION, else the active one of this place.
 *
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning or the title fits several
 * @throws NotPermittedError when the operation takes a higher role in its project
 */
export async function findSession(deps: Deps, reference: string | undefined): Promise<Session> {
  const session = await findSessionEvenDeleted(deps, reference);
  if (session.deletedAt === null) return session;
  throw new NotFoundError('SESSION_NOT_FOUND', `Session ${session.id} was deleted.`, {
    hint: 'For a day it can be brought back.',
    next: `prompt-runner orchestrate undo ${session.id}`,
  });
}

/** The same, for the one command that brings a deleted session back. */
export async function findSessionEvenDeleted(deps: Deps, reference: string | undefined): Promise<Session> {
  const named = reference ?? deps.surroundings.session;
  const session = named === undefined ? await activeSession(deps) : await namedSession(deps, named);
  await requireRecordRole(deps, session.project);
  return session;
}

async function namedSession(deps: Deps, reference: string): Promise<Session> {
  const byId = await seen(deps, deps.store.sessions.withIdPrefix(reference.toLowerCase()));
  const candidates = byId.length > 0 ? byId : await namedOtherwise(deps, reference);
  const [first, second] = candidates;
  if (first === undefined) throw await notFound(deps, reference);
  if (second !== undefined && first.id !== reference) {
    throw new AmbiguousReferenceError(
      `"${reference}" means several sessions, for instance ${first.id} and ${second.id}.`,
      {
        hint: 'Give more of the id.',
        next: 'prompt-runner orchestrate list-sessions',
      },
    );
  }
  return first;
}

/** By its title, or by the id that it had in the older tool. */
async function namedOtherwise(deps: Deps, reference: string): Promise<Session[]> {
  const { sessions } = deps.store;
  const titled = await seen(deps, sessions.titled(reference));
  return titled.length > 0 ? titled : seen(deps, sessions.withIdPrefix(sessionIdFor(reference)));
}

/** Those that who works here may see: the others are not there. */
async function seen(deps: Deps, found: Promise<Session[]>): Promise<Session[]> {
  return readable(recordAccessOf(deps), await found, ({ project }) => project?.id ?? null);
}

async function activeSession(deps: Deps): Promise<Session> {
  const { place } = await whereabouts(deps);
  const chosen = await deps.store.activeChoices.nearest(
    place === deps.surroundings.folder ? folderAndAbove(place) : [place],
    'session',
  );
  const [session] = chosen === null ? [] : await seen(deps, deps.store.sessions.withIdPrefix(chosen));
  if (session !== undefined) return session;
  throw new NotFoundError('NO_ACTIVE_SESSION', 'No session is in use here, and none was named.', {
    hint: 'Start one, or name one with --session (prompt-runner orchestrate list-sessions shows them).',
    next: 'prompt-runner orchestrate plan "Add password reset by mail"',
  });
}

async function notFound(deps: Deps, reference: string): Promise<NotFoundError> {
  const hidden = await recordAccessOf(deps).as('reader').hidden();
  const recent = await deps.store.sessions.recentNames(SUGGESTED_AMONG, hidden);
  const named = new Map(
    recent.flatMap((session) => [[session.title, session] as const, [session.id, session] as const]),
  );
  const nearest = named.get(closestName(reference, named.keys()) ?? '');
  return new NotFoundError('SESSION_NOT_FOUND', `There is no session "${reference}".`, {
    hint: nearest === undefined ? 'See which there are.' : `Did you mean ${nearest.id} ("${nearest.title}")?`,
    next: 'prompt-runner orchestrate list-sessions',
  });
}
