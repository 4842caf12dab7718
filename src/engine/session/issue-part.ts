import { NoPartsError, UnknownPartError } from './errors.js';
import { composeStep, type IssuedStep, newPrompt } from './issue-prompt.js';
import { moveSession, requireAllowed } from './move-session.js';
import { nextPart, presentPart } from './part.js';
import type { PlanningResult } from './planning-result.js';
import type { PartVariables } from './prompt-variables.js';
import { attemptText, planningOf } from './results.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';

/**
 * Gives the prompt of one part of the implementation. The parts are the steps of the notes' implementation
 * order; the prompt holds the reports of the parts that are done.
 *
 * @param part from 1; without one, the part that is being worked on, or else the next
 * @throws NoPartsError when the notes name fewer than two steps
 * @throws UnknownPartError when there is no such part
 * @throws MoveNotAllowedError when an earlier result is missing or the session is closed
 */
export async function issuePart(
  ports: SessionPorts,
  session: Session,
  part: number | null,
): Promise<IssuedStep> {
  requireAllowed(session, 'implement');
  const titles = await partTitles(ports, session);
  const parts = session.state.parts;
  const number = part ?? (parts && (presentPart(parts) ?? nextPart(parts))) ?? 1;
  const title = titles[number - 1];
  if (title === undefined) throw new UnknownPartError(session.id, number, titles.length);
  const variables: PartVariables = {
    number,
    total: titles.length,
    title,
    titles,
    reports: await reportsOf(ports, session),
  };
  const prompt = await composeStep(ports, session, 'implement', variables);
  const issued = newPrompt(ports, session, 'implement', prompt, number);
  const move = { move: 'part-issued', step: 'implement', part: number, titles, attempt: issued.id } as const;
  return { session: await moveSession(ports, session, move, { issued }), prompt, moved: true };
}

/** The titles of a session's parts: those that were begun with, else those that the notes name. */
async function partTitles(ports: SessionPorts, session: Session): Promise<readonly string[]> {
  const begun = session.state.parts?.map(({ title }) => title);
  const titles = begun ?? partTitlesOf(await planningOf(ports.journal, session));
  if (titles.length < 2) throw new NoPartsError(session.id);
  return titles;
}

export function partTitlesOf(planning: PlanningResult | null): readonly string[] {
  const order = planning?.notes?.implementationOrder ?? [];
  return order.map(({ title, text }) => [title, text].filter(Boolean).join(': '));
}

async function reportsOf(ports: SessionPorts, session: Session): Promise<PartVariables['reports']> {
  const parts = (session.state.parts ?? []).map((part, at) => ({ ...part, number: at + 1 }));
  const reported = parts.map(async ({ number, title, report }) =>
    report === null ? [] : [{ number, title, report: await attemptText(ports.journal, report) }],
  );
  return (await Promise.all(reported)).flat();
}
