import { redactSecrets } from '../../base/text/secrets.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { sessionInput } from '../session/given-text.js';
import { historyPage } from './history-page.js';
import type { SessionDocument, SessionPagesOutput } from './outputs.js';
import { overviewPage } from './overview-page.js';
import { exportDocument } from './session-document.js';
import type { SessionPage } from './session-page.js';

/** A session as a folder of Markdown that reads well beside the code: an overview, and each text by itself. */
export const exportPages = guarded(
  needs.exportPages,
  sessionInput,
  async (deps: Deps, given): Promise<SessionPagesOutput> => {
    const document = await exportDocument(deps, given);
    const pages = [...textPages(document), historyPage(document)];
    const all = [overviewPage(document, pages), ...pages];
    return {
      session: document.session,
      pages: all.map(({ name, text }) => ({
        name,
        text: redactSecrets(text.endsWith('\n') ? text : `${text}\n`),
      })),
      next: document.next,
    };
  },
);

/** The texts that there are, in the order in which they came about. */
function textPages(document: SessionDocument): SessionPage[] {
  const sections = document.planning?.sections;
  return [
    page('request', 'Feature request', document.featureRequest),
    page('planning-prompt', 'Planning prompt', standingText(document, 'plan')),
    page('analysis-template', 'Analysis template', sections?.analysis?.text),
    page('implementation-template', 'Implementation template', sections?.implementation?.text),
    page('execution-notes', 'Execution notes', sections?.notes?.text),
    page('analysis-prompt', 'Analysis prompt', standingText(document, 'analyze')),
    page('analysis', 'Analysis', document.analysisResults),
    ...(document.parts.length === 0 ? wholePages(document) : document.parts.flatMap(partPages(document))),
  ].flat();
}

function wholePages(document: SessionDocument): SessionPage[] {
  return [
    page('implementation-prompt', 'Implementation prompt', standingText(document, 'implement')),
    page('report', 'Implementation report', document.implementationResults),
  ].flat();
}

function partPages({ attempts }: SessionDocument) {
  return ({ number }: SessionDocument['parts'][number]): SessionPage[] => {
    const last = (step: string, outcome: string) =>
      attempts.findLast((one) => one.part === number && one.step === step && one.outcome === outcome)?.text;
    return [
      page(`part-${number}-prompt`, `Prompt of part ${number}`, last('implement', 'issued')),
      page(`part-${number}-report`, `Report of part ${number}`, last('complete', 'accepted')),
    ].flat();
  };
}

/** None for a text that is not there. */
function page(name: string, title: string, text: string | null | undefined): SessionPage[] {
  return text ? [{ name: `${name}.md`, title, text }] : [];
}

function standingText({ attempts }: SessionDocument, step: string): string | undefined {
  return attempts.find((attempt) => attempt.step === step && attempt.current)?.text;
}
