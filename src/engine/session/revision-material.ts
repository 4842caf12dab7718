import { lineDifference } from '../../base/text/line-difference.js';
import { redactSecrets } from '../../base/text/secrets.js';
import type { PromptMaterial } from './prompt-variables.js';
import { answerTextOf, planningOf } from './results.js';
import type { Session } from './session.js';
import type { SessionJournal } from './session-journal.js';
import type { PromptStep } from './step.js';

/**
 * What a prompt says of a changed request: what has changed, and what its phase brought forth before. It is
 * left out when the request is as it was first, and for a phase whose result is of the present request.
 */
export async function revisionMaterial(
  journal: SessionJournal,
  session: Session,
  step: PromptStep,
): Promise<Pick<PromptMaterial, 'revision'>> {
  const { request } = session.state;
  if (request === 1) return {};
  const requests = await journal.requests(session.id);
  const previous = requests.find(({ number }) => number === request - 1)?.text;
  if (previous === undefined) return {};
  return {
    revision: {
      previous_request: redactSecrets(previous),
      difference: redactSecrets(lineDifference(previous, session.featureRequest)),
      previous_result: await previousResult(journal, session, step),
    },
  };
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
