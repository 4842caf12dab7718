import { countDone } from '../../../engine/session/part.js';
import type { Session } from '../../../engine/session/session.js';
import { dueStep, isQuick, statusOf } from '../../../engine/session/session-state.js';
import { steps } from '../../../engine/session/step.js';
import type { SessionView } from '../view-shapes.js';

export function sessionView(session: Session): SessionView {
  return {
    id: session.id,
    title: session.title,
    status: statusOf(session.state),
    step: dueStep(session.state),
    stale: steps.filter((step) => session.state.steps[step].state === 'stale'),
    quick: isQuick(session.state),
    request: session.state.request,
    parts: session.state.parts && { done: countDone(session.state.parts), total: session.state.parts.length },
    project: session.project && { id: session.project.id, name: session.project.name },
    featureType: session.featureType,
    complexity: session.complexity,
    timeEstimate: session.timeEstimate,
    createdBy: session.createdBy,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    completedAt: session.completedAt,
  };
}
