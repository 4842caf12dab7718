import { newAttemptId, newSessionId, type SessionId } from '../../base/ids.js';
import type { NewAssignment } from '../experiment/online/new-assignment.js';
import { type ComposedPrompt, composePrompt } from './compose-prompt.js';
import { type RequestSource, readFeatureRequest } from './feature-request.js';
import type { NamedTemplates } from './prompt-template.js';
import { type Session, type SessionProject, titleOf } from './session.js';
import type { SessionPorts } from './session-ports.js';
import { initialQuickState, initialState } from './session-state.js';
import { transition } from './transition.js';

export interface NewSessionRequest {
  /** The id that it shall have; a new one unless given. */
  readonly id?: SessionId;
  readonly request: RequestSource;
  readonly project: SessionProject | null;
  readonly featureType: string | null;
  /** Templates to be taken instead of those in force. */
  readonly templates?: NamedTemplates;
  /** For a small change: without an analysis. */
  readonly quick: boolean;
  /** What it gets of experiments. */
  readonly assignments?: readonly NewAssignment[];
}

/**
 * Starts a session and gives its planning prompt.
 *
 * @throws RequestRefusedError when the request is empty, not text or too large
 */
export async function planSession(
  ports: SessionPorts,
  request: NewSessionRequest,
): Promise<{ session: Session; prompt: ComposedPrompt }> {
  const blank = blankSession(ports, request);
  const prompt = await composePrompt(
    'orchestrator',
    { session: blank, planning: null, analysis: null, missingSections: [], context: ports.context },
    ports.templates,
  );
  const attempt = newAttemptId();
  const planned = transition(blank.state, { move: 'step-done', step: 'plan', attempt });
  if (!planned.allowed) throw new Error('a new session refused to be planned');
  const session: Session = { ...blank, state: planned.state };
  await ports.journal.create({
    session,
    issued: { id: attempt, sessionId: session.id, step: 'plan', part: null, prompt, at: session.createdAt },
    event: {
      sessionId: session.id,
      at: session.createdAt,
      actor: ports.actor,
      kind: 'created',
      step: 'plan',
      attempt,
      before: null,
      after: session.state,
      undoes: null,
    },
    assignments: request.assignments ?? [],
  });
  return { session, prompt };
}

function blankSession(
  ports: SessionPorts,
  { id = newSessionId(), request, project, featureType, templates = {}, quick }: NewSessionRequest,
): Session {
  const featureRequest = readFeatureRequest(request, ports.requestLimit);
  const now = ports.clock.now();
  return {
    id,
    project,
    featureRequest,
    title: titleOf(featureRequest),
    featureType,
    templates,
    state: quick ? initialQuickState : initialState,
    complexity: null,
    timeEstimate: null,
    version: 1,
    createdBy: ports.actor,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    deletedAt: null,
  };
}
