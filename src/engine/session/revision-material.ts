import { lineDifference } from '../../base/text/line-difference.js';
import { redactSecrets } from '../../base/text/secrets.js';
import type { PromptMaterial } from './prompt-variables.js';
import { answerTextOf, planningOf } from './results.js';
import type { Session } from './session.js';
import type { SessionJournal } from './session-journal.js';
import type { PromptStep } from './step.js';

/**
 * What a prompt says of a changed request: what has changed, and what its phase brought forth before. Null
 * while the request is as it was first.
 */
export async function revisionMaterial(
  journal: SessionJournal,
  session: Session,
  step: PromptStep,
  replacedRequest: string | null,
): Promise<PromptMaterial['revision'] | null> {
  if (replacedRequest === null) return null;
  return {
    previous_request: redactSecrets(replacedRequest),
    difference: redactSecrets(lineDifference(replacedRequest, session.featureRequest)),
    previous_result: await previousResult(journal, session, step),
  };
}

/** The words that a session's present request replaced; null for the first. */
export async function replacedRequestOf(
  journal: SessionJournal,
  { id, state }: Session,
): Promise<string | null> {
  if (state.request === 1) return null;
  const requests = await journal.requests(id);
  const replaced = requests.find(({ number }) => number === state.request)?.replaces;
  return requests.find(({ number }) => number === replaced)?.text ?? null;
}

async function previousResult(
  journal: SessionJournal,
  session: Session,
  step: PromptStep,
): Promise<string | null> {
  switch (step) {
    case 'plan': {
      const sections = (await planningOf(journal, session))?.sections;
      const found = [sections?.analysis, sections?.implementation, sections?.notes].filter(
        (section) => section,
      );
      return found.length === 0 ? null : found.map((section) => section?.text).join('\n\n');
    }
    case 'analyze':
      return stale(session, 'save-analysis') ? answerTextOf(journal, session, 'save-analysis') : null;
    case 'implement':
      return stale(session, 'complete') ? answerTextOf(journal, session, 'complete') : null;
  }
}

function stale(session: Session, step: 'save-analysis' | 'complete'): boolean {
  return session.state.steps[step].state === 'stale';
}
