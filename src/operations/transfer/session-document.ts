import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { sessionInput } from '../session/given-text.js';
import { sessionHistory } from '../session/session-history.js';
import { showAttempt } from '../session/show-attempt.js';
import { showSession } from '../session/show-session.js';
import type { SessionDocument } from './outputs.js';

/** A session with all its texts, each prompt and each answer, as one document. Credentials are marked. */
export const exportDocument = guarded(
  needs.exportDocument,
  sessionInput,
  async (deps: Deps, given): Promise<SessionDocument> => {
    const shown = await showSession(deps, given);
    const { requests, events } = await sessionHistory(deps, given);
    const attempts: SessionDocument['attempts'] = [];
    for (const attempt of shown.attempts) {
      const { text } = await showAttempt(deps, { session: shown.session.id, attempt: attempt.id });
      attempts.push({ ...attempt, text });
    }
    return { ...shown, requests, events, attempts };
  },
);
