import { nextCommand } from '../../engine/session/next-command.js';
import type { Phase } from '../../engine/session/phase.js';
import { planningOf } from '../../engine/session/results.js';
import { stepFacts, steps } from '../../engine/session/step.js';
import { timeInPhases } from '../../engine/session/time-in-phases.js';
import type { ExecutionNotes } from '../../sections/notes/index.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { TimelineOutput } from './outputs.js';
import { sessionView } from './views/session-view.js';

/** The time that a session has spent in each phase, beside what the notes estimated. */
export const sessionTimeline = guarded(
  needs.sessionTimeline,
  sessionInput,
  async (deps: Deps, given): Promise<TimelineOutput> => {
    const { journal } = deps.store;
    const session = await findSession(deps, given.session);
    const spent = timeInPhases(await journal.history(session.id), deps.clock.now());
    const notes = (await planningOf(journal, session))?.notes ?? null;
    const phases = [...new Set(steps.map((step) => stepFacts[step].phase))];
    return {
      session: sessionView(session),
      phases: phases.map((phase) => ({
        phase,
        hours: spent[phase] / 3_600_000,
        estimate: estimateOf(notes, phase),
      })),
      total: {
        hours: Object.values(spent).reduce((sum, time) => sum + time, 0) / 3_600_000,
        estimate: notes?.timeEstimate ? hoursOf(notes.timeEstimate) : null,
      },
      next: nextCommand(session),
    };
  },
);

/** The notes' estimate for a phase, found by its name. */
function estimateOf(notes: ExecutionNotes | null, phase: Phase) {
  const named = notes?.timeEstimate?.phases.find(({ name }) => name.toLowerCase().startsWith(phase));
  return named === undefined ? null : hoursOf(named);
}

function hoursOf({
  minHours,
  maxHours,
}: {
  readonly minHours: number | null;
  readonly maxHours: number | null;
}) {
  return minHours === null && maxHours === null ? null : { minHours, maxHours };
}
