import { dueStep, type SessionState, statusOf } from '../../engine/session/session-state.js';
import { type Step, steps } from '../../engine/session/step.js';

/** How the older tool says where a session stands. */
export const olderStatuses = [
  'planned',
  'templates_ready',
  'analyzing',
  'analysis_complete',
  'implementing',
  'complete',
  'cancelled',
] as const;

export type OlderStatus = (typeof olderStatuses)[number];

/** What each step leaves behind, in the older tool's words. */
const statusAfter: Readonly<Record<Step, Exclude<OlderStatus, 'cancelled'>>> = {
  plan: 'planned',
  process: 'templates_ready',
  analyze: 'analyzing',
  'save-analysis': 'analysis_complete',
  implement: 'implementing',
  complete: 'complete',
};

/** The steps that a session of the older tool has behind it. */
export function stepsBehind(status: Exclude<OlderStatus, 'cancelled'>): readonly Step[] {
  return steps.slice(0, steps.findIndex((step) => statusAfter[step] === status) + 1);
}

/** The status that the older tool would show. It knows no deletion: what is deleted is cancelled to it. */
export function olderStatusOf(state: SessionState): OlderStatus {
  if (state.lifecycle !== 'active') return 'cancelled';
  if (statusOf(state) === 'completed') return 'complete';
  const due = dueStep(state) ?? 'plan';
  const behind = steps[steps.indexOf(due) - 1] ?? 'plan';
  return statusAfter[behind];
}
