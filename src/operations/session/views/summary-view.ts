import { formatDuration } from '../../../base/text/format-duration.js';
import { markdownList, markdownSections } from '../../../base/text/markdown.js';
import { redactSecrets } from '../../../base/text/secrets.js';
import type { AnswerResult, Attempt } from '../../../engine/session/attempt.js';
import type { Evidence } from '../../../engine/session/evidence.js';
import type { Session } from '../../../engine/session/session.js';
import { attemptOf } from '../../../engine/session/session-state.js';
import { type AnswerStep, promptStepOf, type Step, stepFacts } from '../../../engine/session/step.js';
import type { ImplementationReport } from '../../../sections/report/index.js';
import type { Deps } from '../../deps.js';
import { evidenceView } from '../run/evidence-view.js';
import type { SummaryView } from '../view-shapes.js';
import { changedFileLine } from './changed-file-line.js';
import { evidenceLines } from './evidence-lines.js';

/** What a session came to, from its report, or the reports of its parts, and its record. */
export async function summaryOf(deps: Deps, session: Session): Promise<SummaryView> {
  const results = await standingResults(deps, session);
  const report = joined(results.map((result) => result.report));
  const evidence = results.flatMap((result) => result.evidence ?? []);
  const attempts = await deps.store.journal.attempts(session.id);
  return {
    text: redactSecrets(markdown(session, report, evidence, attempts)),
    files: report.files.map(({ path, change, purpose }) => ({ path, change, purpose })),
    tests: report.tests.map(({ text }) => text),
    evidence: evidence.map(evidenceView),
  };
}

function markdown(
  session: Session,
  report: ImplementationReport,
  evidence: readonly Evidence[],
  attempts: readonly Attempt[],
): string {
  return `# ${session.title}\n\n${facts(session)}\n\n${markdownSections([
    ['Phases', markdownList(phaseLines(attempts))],
    ['Found in the codebase', markdownList(evidence.flatMap(evidenceLines))],
    ['Changed files', markdownList(report.files.map(changedFileLine))],
    ['Tests', markdownList(report.tests.map(({ text }) => text))],
    ['Verification', markdownList(report.verification)],
    ['Confirmed by the report', markdownList(report.confirmations)],
    ['Not confirmed by the report', markdownList(report.unconfirmed)],
    ['Feature request', session.featureRequest.trim()],
  ])}`;
}

function facts(session: Session): string {
  const rows = [
    ['Session', session.id],
    ['Project', session.project?.name],
    ['Type', session.featureType],
    ['Complexity', session.complexity],
    ['Estimate', session.timeEstimate],
    ['Started', session.createdAt.toISOString()],
    ['Completed', session.completedAt?.toISOString()],
  ];
  return markdownList(rows.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])));
}

/** For each phase, when its prompt was given, when its answer came, and how many answers it took. */
function phaseLines(attempts: readonly Attempt[]): string[] {
  return (Object.keys(promptStepOf) as AnswerStep[]).map((step) => {
    const asked = firstOf(attempts, promptStepOf[step]);
    const answers = attempts.filter((attempt) => attempt.step === step);
    const answered = answers.findLast(({ outcome }) => outcome === 'accepted');
    const time =
      asked && answered ? formatDuration(answered.startedAt.getTime() - asked.startedAt.getTime()) : 'open';
    const count = answers.length === 1 ? '1 answer' : `${answers.length} answers`;
    return `${stepFacts[step].phase}: ${time}, ${count}`;
  });
}

function firstOf(attempts: readonly Attempt[], step: Step): Attempt | undefined {
  return attempts.find((attempt) => attempt.step === step);
}

type ImplementationResult = Extract<AnswerResult, { readonly kind: 'implementation' }>;

async function standingResults({ store }: Deps, { state }: Session): Promise<ImplementationResult[]> {
  const whole = attemptOf(state, 'complete');
  const ids = state.parts === null ? [whole] : state.parts.map(({ report }) => report);
  const results = await Promise.all(ids.filter((id) => id !== null).map((id) => store.journal.result(id)));
  return results.flatMap((result) => (result?.kind === 'implementation' ? [result] : []));
}

function joined(reports: readonly ImplementationReport[]): ImplementationReport {
  return {
    files: reports.flatMap(({ files }) => files),
    tests: reports.flatMap(({ tests }) => tests),
    verification: reports.flatMap(({ verification }) => verification),
    confirmations: reports.flatMap(({ confirmations }) => confirmations),
    unconfirmed: reports.flatMap(({ unconfirmed }) => unconfirmed),
    features: reports.flatMap(({ features }) => features),
    unread: reports.flatMap(({ unread }) => unread),
  };
}
