import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import { reviseRequest as revise } from '../../engine/session/revise-request.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { givenText, requestSource } from './given-text.js';
import type { ReviseOutput } from './outputs.js';
import { promptView } from './views/prompt-view.js';
import { secretsIn } from './views/secret-view.js';
import { sessionView } from './views/session-view.js';

const input = z.object({ session: z.optional(z.string()), request: givenText });

/**
 * Changes a session's feature request and gives the planning prompt for it, which holds the previous result
 * and what has changed. Later results become stale.
 *
 * @throws RequestRefusedError when the request is empty, not text or too large
 * @throws NothingChangedError when it is the same as before
 */
export const reviseRequest = guarded(
  needs.reviseRequest,
  input,
  async (deps: Deps, given): Promise<ReviseOutput> => {
    const found = await findSession(deps, given.session);
    const source = requestSource(given.request);
    const { session, prompt, difference } = await revise(sessionPorts(deps), found, source);
    return {
      session: sessionView(session),
      difference,
      prompt: promptView(deps, 'plan', prompt),
      secrets: secretsIn(given.request.bytes),
      next: nextCommand(session),
    };
  },
);
