import * as z from 'zod/mini';
import { issuePart } from '../../engine/session/issue-part.js';
import { type IssuedStep, issuePrompt } from '../../engine/session/issue-prompt.js';
import { nextCommand } from '../../engine/session/next-command.js';
import { presentPart } from '../../engine/session/part.js';
import type { PromptKind } from '../../engine/session/prompt-template.js';
import type { Session } from '../../engine/session/session.js';
import { skipAnalysis } from '../../engine/session/skip-analysis.js';
import type { PromptStep } from '../../engine/session/step.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { IssueOutput } from './outputs.js';
import { promptView } from './views/prompt-view.js';
import { sessionView } from './views/session-view.js';

const analysisInput = z.extend(sessionInput, {
  /** A template to be taken instead of the one in force, from now on: `team/analysis@3`. */
  template: z.optional(z.string()),
});

/**
 * Gives the analysis prompt.
 * @throws MoveNotAllowedError when the planning answer is not complete
 * @throws TemplateNotInLibraryError, PromptNameError when a template is named that is not there
 */
export const issueAnalysis = guarded(
  needs.issueAnalysis,
  analysisInput,
  async (deps: Deps, given): Promise<IssueOutput> => {
    const session = withTemplate(await findSession(deps, given.session), 'analysis', given.template);
    return issueOutput(deps, 'analyze', await issuePrompt(sessionPorts(deps), session, 'analyze'));
  },
);

const implementationInput = z.extend(analysisInput, {
  /** The part to implement, from 1. Once parts are begun, the next part is meant when none is named. */
  part: z.optional(z.int().check(z.positive())),
  /** Goes on without an analysis. */
  quick: z._default(z.boolean(), false),
});

/**
 * Gives the implementation prompt, for the whole or for a part.
 *
 * @throws MoveNotAllowedError when the analysis is missing
 * @throws NoPartsError, UnknownPartError when there is no such part
 */
export const issueImplementation = guarded(
  needs.issueImplementation,
  implementationInput,
  async (deps: Deps, { session: reference, part, quick, template }): Promise<IssueOutput> => {
    const ports = sessionPorts(deps);
    const found = withTemplate(await findSession(deps, reference), 'implementation', template);
    const session = quick ? await skipAnalysis(ports, found) : found;
    const inParts = part !== undefined || session.state.parts !== null;
    const issued = inParts
      ? await issuePart(ports, session, part ?? null)
      : await issuePrompt(ports, session, 'implement');
    return issueOutput(deps, 'implement', issued);
  },
);

/** The session told to take a template; it is kept with the move that the prompt makes. */
function withTemplate(session: Session, kind: PromptKind, template: string | undefined): Session {
  if (template === undefined) return session;
  return { ...session, templates: { ...session.templates, [kind]: template } };
}

export function issueOutput(
  deps: Deps,
  step: PromptStep,
  { session, prompt, moved }: IssuedStep,
): IssueOutput {
  const part = step === 'implement' && session.state.parts !== null ? presentPart(session.state.parts) : null;
  return {
    session: sessionView(session),
    prompt: promptView(deps, step, prompt, part),
    moved,
    next: nextCommand(session),
  };
}
