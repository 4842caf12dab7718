import { redactSecrets } from '../../../base/text/secrets.js';
import type { Attempt } from '../../../engine/session/attempt.js';
import type { Session } from '../../../engine/session/session.js';
import { type AnswerStep, promptStepOf, type Step, stepFacts } from '../../../engine/session/step.js';
import type { ImplementationReport } from '../../../sections/report/index.js';
import type { Deps } from '../../deps.js';
import type { SummaryView } from '../outputs.js';

/** What a completed session came to, from its report and its record. */
export async function summaryOf(
  deps: Deps,
  session: Session,
  report: ImplementationReport,
): Promise<SummaryView> {
  const attempts = await deps.store.journal.attempts(session.id);
  return {
    text: redactSecrets(markdown(session, report, attempts)),
    files: report.files.map(({ path, change, purpose }) => ({ path, change, purpose })),
    tests: report.tests.map(({ text }) => text),
  };
}

function markdown(session: Session, report: ImplementationReport, attempts: readonly Attempt[]): string {
  const sections = [
    `# ${session.title}`,
    facts(session),
    `## Phases\n\n${phaseLines(attempts).join('\n')}`,
    list('Changed files', report.files.map(fileLine)),
    list(
      'Tests',
      report.tests.map(({ text }) => `- ${text}`),
    ),
    list(
      'Verification',
      report.verification.map((step) => `- ${step}`),
    ),
    list(
      'Confirmed by the report',
      report.confirmations.map((item) => `- ${item}`),
    ),
    `## Feature request\n\n${session.featureRequest.trim()}`,
  ];
  return `${sections.filter((section) => section !== null).join('\n\n')}\n`;
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
  return rows
    .filter(([, value]) => value)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');
}

/** For each phase, when its prompt was given, when its answer came, and how many answers it took. */
function phaseLines(attempts: readonly Attempt[]): string[] {
  return (Object.keys(promptStepOf) as AnswerStep[]).map((step) => {
    const asked = firstOf(attempts, promptStepOf[step]);
    const answers = attempts.filter((attempt) => attempt.step === step);
    const answered = answers.findLast(({ outcome }) => outcome === 'accepted');
    const time =
      asked && answered ? duration(answered.startedAt.getTime() - asked.startedAt.getTime()) : 'open';
    const count = answers.length === 1 ? '1 answer' : `${answers.length} answers`;
    return `- ${stepFacts[step].phase}: ${time}, ${count}`;
  });
}

function firstOf(attempts: readonly Attempt[], step: Step): Attempt | undefined {
  return attempts.find((attempt) => attempt.step === step);
}

/** @example duration(3_900_000) === '1 h 5 min' */
function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function fileLine({ path, change, purpose }: ImplementationReport['files'][number]): string {
  return `- \`${path}\`${change === null ? '' : ` (${change})`}${purpose === null ? '' : `: ${purpose}`}`;
}

function list(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : `## ${title}\n\n${lines.join('\n')}`;
}
