import { forTerminal } from '../../base/text/terminal-text.js';
import type { ShowOutput } from '../../operations/session/outputs.js';
import { planningSections } from '../../operations/session/vocabulary.js';
import { highlightMarkdown } from '../render/highlight-markdown.js';
import { renderKeyValues } from '../render/key-values.js';
import { ruler } from '../render/ruler.js';
import { type Style, styleFor } from '../render/style.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { attemptTable } from './attempt-table.js';
import { renderFindings } from './findings.js';
import { renderStanding } from './standing.js';
import { renderParts, renderSteps } from './steps.js';

const LINES_SHOWN = 12;

/**
 * A session as a page.
 * @param full whether long texts are printed whole rather than by their first lines
 */
export function renderSession(output: ShowOutput, full: boolean, now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  const { session, planning } = output;
  const text = (title: string, content: string | null) =>
    content === null ? '' : textBlock(title, content, full, stream);
  const blocks = [
    output.at === null ? '' : `${style.yellow(`As it was after event ${output.at}.`)}\n`,
    renderStanding(session, output.next, stream),
    facts(output, now, stream),
    renderSteps(output.steps, planning?.missing ?? [], now, stream),
    renderParts(output.parts, stream),
    text('Feature request', output.featureRequest),
    planning === null ? '' : renderFindings(planning, stream),
    ...planningSections.map(({ key, name }) => text(name, planning?.sections[key]?.text ?? null)),
    text('Analysis', output.analysisResults),
    text('Implementation report', output.implementationResults),
    attemptTable(output.attempts, now, stream),
    secretLines(output.secrets, style),
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

function textBlock(title: string, content: string, full: boolean, stream: OutputStream): string {
  const style = styleFor(stream);
  const lines = forTerminal(content).trimEnd().split('\n');
  const shown = full ? lines : lines.slice(0, LINES_SHOWN);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? `${style.dim(`… ${rest} more lines (--full)`)}\n` : '';
  const body = stream.isTerminal ? highlightMarkdown(shown.join('\n'), style) : shown.join('\n');
  return `${style.dim(ruler(stream.columns, title))}\n${body}\n${more}`;
}

function secretLines(secrets: ShowOutput['secrets'], { yellow }: Style): string {
  return secrets
    .map(({ attempt, kind }) =>
      yellow(`Attempt ${attempt} seems to hold a credential (${kind}); it is redacted here.`),
    )
    .map((line) => `${line}\n`)
    .join('');
}
