import { promptText } from '../../base/text/prompt-text.js';
import { answerText } from '../../engine/session/results.js';
import type { AttemptRecord } from '../../store/session-record.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findSession } from '../session/find-session.js';
import { sessionInput } from '../session/given-text.js';
import { showSession } from '../session/show-session.js';
import { eventView, requestView } from '../session/views/history-views.js';
import { attemptView } from '../session/views/step-views.js';
import type { SessionDocument } from './outputs.js';

/** A session with all its texts, each prompt and each answer, as one document. Credentials are marked. */
export const exportDocument = guarded(
  needs.exportDocument,
  sessionInput,
  async (deps: Deps, given): Promise<SessionDocument> => {
    const { journal, records } = deps.store;
    const session = await findSession(deps, given.session);
    const shown = await showSession(deps, { session: session.id });
    const requests = await journal.requests(session.id);
    const attempts: SessionDocument['attempts'] = [];
    for await (const record of records.withTexts(await journal.attempts(session.id)))
      attempts.push({ ...attemptView(session, record.attempt), text: textOf(record) });
    return {
      ...shown,
      requests: requests.map((request) => requestView(session, request, requests)),
      events: (await journal.history(session.id)).map(eventView),
      attempts,
    };
  },
);

/** A prompt as it was given, or an answer as it came, without credentials. */
function textOf({ prompt, answer }: AttemptRecord): string {
  if (prompt !== null) return promptText(prompt.messages);
  return answer === null ? '' : answerText(answer);
}
