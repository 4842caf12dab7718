import { nextCommand } from '../../../engine/session/next-command.js';
import type { PlanningResult } from '../../../engine/session/planning-result.js';
import type { Session } from '../../../engine/session/session.js';
import { dueStep, isQuick, isSettled } from '../../../engine/session/session-state.js';
import { suggestTrack, type Track } from '../../../engine/session/suggest-track.js';
import type { SuggestionView } from '../view-shapes.js';

/**
 * What the notes suggest, while it can still be followed: quick before the analysis, the others before the
 * first report. Null when there is nothing to suggest.
 */
export function suggestionView(session: Session, planning: PlanningResult | null): SuggestionView | null {
  const suggestion = planning?.notes ? suggestTrack(planning.notes) : null;
  if (suggestion === null || !stillOpen(session, suggestion.track)) return null;
  return { ...suggestion, next: commands[suggestion.track](session) };
}

function stillOpen({ state }: Session, track: Track): boolean {
  const beforeImplementation = state.parts === null && state.steps.complete.state === 'open';
  if (state.lifecycle !== 'active' || !beforeImplementation) return false;
  return track === 'quick' ? !isQuick(state) && dueStep(state) === 'analyze' : isSettled(state, 'process');
}

const commands: Readonly<Record<Track, (session: Session) => string>> = {
  quick: ({ id }) => `prompt-runner orchestrate implement --quick --session ${id}`,
  standard: nextCommand,
  parts: ({ id }) => `prompt-runner orchestrate implement --part 1 --session ${id}`,
};
