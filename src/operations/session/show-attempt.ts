import * as z from 'zod/mini';
import { promptText } from '../../base/text/prompt-text.js';
import { attemptText } from '../../engine/session/results.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findAttempt } from './find-attempt.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { AttemptOutput } from './outputs.js';
import { attemptView } from './views/step-views.js';

/**
 * One attempt with its text: a prompt as it was given, or an answer as it came, with credentials redacted.
 *
 * @throws NotFoundError when the session has no such attempt
 */
export const showAttempt = guarded(
  needs.showAttempt,
  z.extend(sessionInput, { attempt: z.string() }),
  async (deps: Deps, given): Promise<AttemptOutput> => {
    const { journal } = deps.store;
    const session = await findSession(deps, given.session);
    const attempt = await findAttempt(deps, session, given.attempt);
    const issued = attempt.outcome === 'issued';
    const text = issued
      ? promptText((await journal.prompt(attempt.id)).messages)
      : await attemptText(journal, attempt.id);
    return { attempt: attemptView(session, attempt), text };
  },
);
