import type { ShowOutput } from '../../operations/session/outputs.js';
import { planningSections } from '../../operations/session/vocabulary.js';
import { renderKeyValues } from '../render/key-values.js';
import { styleFor } from '../render/style.js';
import { FIRST_LINES, textBlock } from '../render/text-block.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { attemptTable } from './attempt-table.js';
import { experimentLines } from './experiment-lines.js';
import { renderFindings } from './findings.js';
import { renderEvidence } from './gate-page.js';
import { phaseTable } from './phase-table.js';
import { sessionExecutionTable } from './session-execution-table.js';
import { renderStanding } from './standing.js';
import { renderParts, renderSteps } from './steps.js';

/**
 * A session as a page.
 * @param full whether long texts are printed whole rather than by their first lines
 */
export function renderSession(output: ShowOutput, full: boolean, now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  const { session, planning } = output;
  const text = (title: string, content: string | null) =>
    content === null ? '' : textBlock(title, content, full ? Number.POSITIVE_INFINITY : FIRST_LINES, stream);
  const blocks = [
    output.at === null ? '' : `${style.yellow(`As it was after event ${output.at}.`)}\n`,
    renderStanding(session, output.next, stream),
    facts(output, now, stream),
    experimentLines(output.experiments, stream),
    renderSteps(output.steps, planning?.missing ?? [], now, stream),
    renderParts(output.parts, stream),
    phaseTable(output.phases, stream),
    text('Feature request', output.featureRequest),
    planning === null ? '' : renderFindings(planning, stream),
    ...planningSections.map(({ key, name }) => text(name, planning?.sections[key]?.text ?? null)),
    text('Analysis', output.analysisResults),
    text('Implementation report', output.implementationResults),
    ...(output.summary?.evidence ?? []).map((evidence) => renderEvidence(evidence, stream)),
    attemptTable(output.attempts, now, stream),
    sessionExecutionTable(output.executions, stream),
    secretLines(output.secrets, stream),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function facts({ session }: ShowOutput, now: Date, stream: OutputStream): string {
  const entries = [
    ['Project', session.project?.name],
    ['Type', session.featureType],
    ['Track', trackOf(session)],
    ['Request', session.request > 1 ? `revision ${session.request}` : null],
    ['Complexity', session.complexity],
    ['Estimate', session.timeEstimate],
    ['Created', `${relativeTime(session.createdAt, now)} by ${session.createdBy}`],
    ['Updated', relativeTime(session.updatedAt, now)],
    ['Completed', session.completedAt && relativeTime(session.completedAt, now)],
  ] as const;
  return renderKeyValues(
    entries.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    stream,
  );
}

function trackOf({ quick, parts }: ShowOutput['session']): string | null {
  if (parts !== null) return `in parts, ${parts.done}/${parts.total} done`;
  return quick ? 'quick, without an analysis' : null;
}

/** Where credentials seem to be, and that they are not shown. */
export function secretLines(secrets: ShowOutput['secrets'], stream: OutputStream): string {
  const { yellow } = styleFor(stream);
  return secrets
    .map(({ attempt, kind }) =>
      yellow(`Attempt ${attempt} seems to hold a credential (${kind}); it is redacted here.`),
    )
    .map((line) => `${line}\n`)
    .join('');
}
