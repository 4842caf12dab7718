import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { whereabouts } from '../project/current-project.js';
import { findSession } from './find-session.js';
import type { MoveOutput } from './outputs.js';
import { sessionView } from './views/session-view.js';

/** Makes a session the one that commands take here when none is named. */
export const useSession = guarded(
  needs.useSession,
  z.object({ session: z.string() }),
  async (deps: Deps, given): Promise<MoveOutput> => {
    const session = await findSession(deps, given.session);
    const { place } = await whereabouts(deps);
    await deps.store.activeChoices.choose(place, 'session', session.id, deps.clock.now());
    return { session: sessionView(session), next: nextCommand(session) };
  },
);
