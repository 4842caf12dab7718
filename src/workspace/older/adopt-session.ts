import type { SessionId } from '../../base/ids.js';
import { planningFacts } from '../../engine/session/planning-facts.js';
import { type Session, titleOf } from '../../engine/session/session.js';
import type { SessionEvent } from '../../engine/session/session-event.js';
import { initialState, type SessionState } from '../../engine/session/session-state.js';
import type { Step } from '../../engine/session/step.js';
import { type SessionMove, transition } from '../../engine/session/transition.js';
import type { KeptAttempt, KeptSession } from '../kept-session.js';
import { dateFrom } from '../session-entries.js';
import type { SessionFile } from '../session-file.js';
import { adoptAttempts } from './adopt-attempts.js';
import { stepsBehind } from './older-status.js';
import type { OlderTexts } from './older-texts.js';
import { OLDER_TOOL } from './older-tool.js';

/**
 * A session of the older tool, as if it had been worked on with this one: an attempt and an event for each
 * step that lies behind it. Everything follows from its file and its texts, ids included, so that the same
 * session comes out each time.
 */
export function adoptSession(file: SessionFile, texts: OlderTexts): KeptSession {
  const { attempts, planning, findings } = adoptAttempts(file, texts, stepsBehindOf(file, texts));
  const history = historyOf(file, attempts);
  const id = file.id as SessionId;
  const createdAt = dateFrom(file.timestamp);
  const completedAt = file.status === 'complete' ? endOf(file) : null;
  const session: Session = {
    id,
    project: null,
    featureRequest: file.feature_request,
    title: titleOf(file.feature_request),
    featureType: file.project_type,
    templates: {},
    state: history.at(-1)?.after ?? initialState,
    ...factsOf(file, planning),
    version: history.length,
    createdBy: OLDER_TOOL,
    createdAt,
    updatedAt: completedAt ?? createdAt,
    completedAt,
    deletedAt: null,
  };
  const request = { number: 1, replaces: null, text: file.feature_request, at: createdAt, actor: OLDER_TOOL };
  return { session, requests: [request], attempts, history, file, findings };
}

function stepsBehindOf({ status }: SessionFile, texts: OlderTexts): readonly Step[] {
  if (status !== 'cancelled') return stepsBehind(status);
  if (texts.analysis_output !== null) return stepsBehind('analysis_complete');
  const planned = texts.analysis_template !== null || texts.implementation_template !== null;
  return stepsBehind(planned ? 'templates_ready' : 'planned');
}

/** What the notes say, read anew: the older tool shortened "Medium-High" to "Medium". */
function factsOf(file: SessionFile, planning: Parameters<typeof planningFacts>[0]) {
  const { complexity, timeEstimate } = planningFacts(planning);
  return { complexity: complexity ?? file.complexity, timeEstimate: timeEstimate ?? file.time_estimate };
}

function endOf(file: SessionFile): Date {
  return dateFrom(file.completed_at ?? file.timestamp);
}

function historyOf(file: SessionFile, attempts: readonly KeptAttempt[]): SessionEvent[] {
  const events: SessionEvent[] = [];
  for (const { attempt } of attempts) {
    const move = moveFor(attempt);
    events.push(eventOf(file, events, move, attempt.step === 'plan' ? 'created' : move.move));
  }
  if (file.status === 'cancelled') events.push(eventOf(file, events, { move: 'cancel' }, 'cancelled'));
  return events;
}

function moveFor({ id, step, outcome }: KeptAttempt['attempt']) {
  if (step === 'process' && outcome === 'incomplete') {
    return { move: 'answer-incomplete', step, attempt: id } as const;
  }
  return { move: 'step-done', step, attempt: id } as const;
}

function eventOf(
  file: SessionFile,
  before: readonly SessionEvent[],
  move: SessionMove,
  kind: SessionEvent['kind'],
): SessionEvent {
  const state = before.at(-1)?.after ?? initialState;
  const step = 'step' in move ? move.step : null;
  return {
    number: before.length + 1,
    sessionId: file.id as SessionId,
    at: step === 'complete' ? endOf(file) : dateFrom(file.timestamp),
    actor: OLDER_TOOL,
    kind,
    step,
    attempt: 'attempt' in move ? move.attempt : null,
    before: before.length === 0 ? null : state,
    after: stateAfter(state, move),
    undoes: null,
  };
}

function stateAfter(state: SessionState, move: SessionMove): SessionState {
  const moved = transition(state, move);
  if (!moved.allowed) throw new Error(`the steps of an older session are in order: ${moved.reason.because}`);
  return moved.state;
}
