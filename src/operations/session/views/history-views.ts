import { lineDifference } from '../../../base/text/line-difference.js';
import { redactSecrets } from '../../../base/text/secrets.js';
import type { Session } from '../../../engine/session/session.js';
import type { SessionEvent } from '../../../engine/session/session-event.js';
import type { RequestRevision } from '../../../engine/session/session-journal.js';
import { statusOf } from '../../../engine/session/session-state.js';
import type { EventView, HistoryOutput } from '../outputs.js';

/**
 * A revision of a session's request, with what it changed.
 *
 * @param all the revisions of the session, among which is the one that it was made from
 */
export function requestView(
  session: Session,
  { number, replaces, at, actor, text }: RequestRevision,
  all: readonly RequestRevision[],
): HistoryOutput['requests'][number] {
  const before = all.find((revision) => revision.number === replaces);
  const difference = before === undefined ? null : redactSecrets(lineDifference(before.text, text));
  const current = number === session.state.request;
  return { number, at, actor, text: redactSecrets(text), difference, current };
}

export function eventView({
  number,
  at,
  actor,
  kind,
  step,
  attempt,
  undoes,
  after,
}: SessionEvent): EventView {
  return { number, at, actor, kind, step, attempt, undoes, status: statusOf(after) };
}
