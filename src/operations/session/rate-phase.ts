import * as z from 'zod/mini';
import { type Phase, phases } from '../../engine/session/phase.js';
import type { Session } from '../../engine/session/session.js';
import { attemptOf } from '../../engine/session/session-state.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';
import { findSession } from './find-session.js';
import type { RateOutput } from './run/run-outputs.js';
import { phaseName } from './run/run-settings.js';
import { sessionView } from './views/session-view.js';

const input = z.object({
  session: z.optional(z.string()),
  rating: z.int().check(z.minimum(1), z.maximum(5)),
  /** The phase that is rated; the last one that is done when none is named. */
  phase: z.optional(phaseName),
  note: z.optional(z.string()),
});

const answerOf = {
  planning: 'process',
  analysis: 'save-analysis',
  implementation: 'complete',
} as const satisfies Record<Phase, string>;

/**
 * Says how good a phase of a session was. The newest rating of a phase counts; earlier ones stay on record.
 *
 * @throws NotAllowedError when the phase has brought forth nothing yet
 */
export const ratePhase = guarded(needs.ratePhase, input, async (deps: Deps, given): Promise<RateOutput> => {
  const session = await findSession(deps, given.session);
  const phase = given.phase ?? lastDone(session);
  if (phase === null || attemptOf(session.state, answerOf[phase]) === null) {
    throw new NotAllowedError(
      `The session ${session.id} has nothing to rate in ${phase ?? 'any phase'} yet.`,
      {
        hint: 'Rate a phase that has an answer.',
        next: `prompt-runner orchestrate status ${session.id}`,
      },
    );
  }
  const at = deps.clock.now();
  const rating = { session: session.id, phase, rating: given.rating, note: given.note ?? null };
  await executionsOf(deps).ratings.add({ ...rating, actor: deps.config.values.actor, at });
  return { session: sessionView(session), phase, rating: given.rating, note: given.note ?? null };
});

function lastDone({ state }: Session): Phase | null {
  return phases.findLast((phase) => attemptOf(state, answerOf[phase]) !== null) ?? null;
}
