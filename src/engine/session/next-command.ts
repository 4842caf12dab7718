import { nextPart } from './part.js';
import type { Session } from './session.js';
import { dueStep, statusOf } from './session-state.js';

/** The one command that takes a session further, ready to paste. */
export function nextCommand(session: Session): string {
  const due = dueStep(session.state);
  if (due !== null) return `prompt-runner orchestrate ${due} --session ${session.id}${partOption(session)}`;
  if (session.state.lifecycle === 'active') return `prompt-runner orchestrate show ${session.id}`;
  return `prompt-runner orchestrate undo ${session.id}`;
}

/** The same for somebody who goes on with `continue`, whatever the step. */
export function continueCommand(session: Session): string {
  if (dueStep(session.state) === null || statusOf(session.state) === 'completed') return nextCommand(session);
  return `prompt-runner orchestrate continue --session ${session.id}`;
}

function partOption({ state }: Session): string {
  const part = dueStep(state) === 'implement' && state.parts !== null ? nextPart(state.parts) : null;
  return part === null ? '' : ` --part ${part}`;
}
