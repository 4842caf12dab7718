import { formatDuration } from '../../base/text/format-duration.js';
import { shellWord } from '../../base/text/shell-word.js';
import { forTerminal, forTerminalLine } from '../../base/text/terminal-text.js';
import type { GateView } from '../../operations/session/run/run-outputs.js';
import type { EvidenceView } from '../../operations/session/view-shapes.js';
import { highlightMarkdown } from '../render/highlight-markdown.js';
import { ruler } from '../render/ruler.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { wrapText } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

const LINES_SHOWN = 24;
const FILES_SHOWN = 30;
const MISSING_SHOWN = 12;

const titles: Readonly<Partial<Record<GateView['step'], string>>> = {
  process: 'The plan',
  'save-analysis': 'The analysis',
  complete: 'The implementation',
};

/** What somebody is asked to approve: the beginning of the answer, and what was found out about it. */
export function renderGate(gate: GateView, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  const title = `${titles[gate.step] ?? gate.step}${gate.part === null ? '' : `, part ${gate.part}`}`;
  return [
    dim(ruler(stream.columns, `${title} · ${gate.attempt}`)),
    preview(gate, stream),
    missingLines(gate.missing, stream),
    gate.evidence === null ? '' : renderEvidence(gate.evidence, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function preview({ preview: text, attempt }: GateView, stream: OutputStream): string {
  const style = styleFor(stream);
  const lines = forTerminal(text).trimEnd().split('\n');
  const shown = lines.slice(0, LINES_SHOWN).join('\n');
  const rest = lines.length - LINES_SHOWN;
  const body = stream.isTerminal ? wrapText(highlightMarkdown(shown, style), stream.columns) : shown;
  const more = style.dim(`… (the whole: orchestrate show --attempt ${attempt})`);
  return `${body}\n${rest > 0 ? `${more}\n` : ''}`;
}

/** A plan that builds on what is not there costs money before anybody notices. */
export function missingLines(missing: GateView['missing'], stream: OutputStream): string {
  if (missing.length === 0) return '';
  const { yellow, dim } = styleFor(stream);
  const shown = missing.slice(0, MISSING_SHOWN);
  const rest = missing.length - shown.length;
  const lines = shown.map(
    ({ kind, text, line }) => `  ${forTerminalLine(text)} ${dim(`${kind}, line ${line}`)}\n`,
  );
  const more = rest > 0 ? `  ${dim(`… and ${rest} more`)}\n` : '';
  return `${yellow('Named as if they were there, and not found:')}\n${lines.join('')}${more}`;
}

/** What was found in the codebase, whatever the report says. */
export function renderEvidence(evidence: EvidenceView, stream: OutputStream): string {
  const { files, verification } = evidence;
  const { dim } = styleFor(stream);
  return [
    files === null
      ? `${dim('Changed files are not known: there is no commit to compare with.')}\n`
      : changedFiles(files, evidence, stream),
    verification === null
      ? `${dim('No test command was given (--verify).')}\n`
      : `${verdictOf(verification, stream)}: ${verificationText(verification)}\n${failureOf(verification)}`,
  ].join('\n');
}

type FileViews = NonNullable<EvidenceView['files']>;

function changedFiles(files: FileViews, { branch, folder }: EvidenceView, stream: OutputStream): string {
  const on = branch === null ? '' : ` on ${forTerminalLine(branch)}`;
  const where = `${on}, in ${forTerminalLine(folder)}`;
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return `Changed: ${count}${where}.\n${fileTable(files.slice(0, FILES_SHOWN), stream)}`;
}

function fileTable(files: FileViews, stream: OutputStream): string {
  const { green, red, dim } = styleFor(stream);
  return renderTable(
    files,
    [
      { header: 'File', cell: ({ path }) => forTerminalLine(path), flexible: true, minWidth: 20 },
      { header: 'What', cell: ({ status }) => status, paint: dim },
      {
        header: '+',
        align: 'right',
        cell: ({ added }) => (added === null ? '' : String(added)),
        paint: green,
      },
      {
        header: '-',
        align: 'right',
        cell: ({ removed }) => (removed === null ? '' : String(removed)),
        paint: red,
      },
      { header: 'Language', cell: ({ language }) => language ?? '', paint: dim },
    ],
    stream,
  );
}

type VerificationView = NonNullable<EvidenceView['verification']>;

/** Tests that were ended from outside say neither. */
function verdictOf({ end, passed }: VerificationView, stream: OutputStream): string {
  const { green, red, yellow } = styleFor(stream);
  if (end !== 'exited') return yellow('Tests not finished');
  return passed ? green('Tests pass') : red('Tests fail');
}

const endings: Readonly<Record<Exclude<VerificationView['end'], 'exited'>, string>> = {
  signalled: 'ended from outside',
  'timed-out': 'took too long',
  idle: 'printed nothing for too long',
  aborted: 'interrupted',
  'too-much-output': 'printed too much',
};

function verificationText({ command, end, exitCode, durationMs, counts }: VerificationView): string {
  const counted = counts === null ? '' : ` · ${counts.passed} passed, ${counts.failed} failed`;
  const ended = end === 'exited' ? `exit code ${exitCode}` : endings[end];
  return `${forTerminalLine(command.map(shellWord).join(' '))} · ${ended}${counted} · ${formatDuration(durationMs)}`;
}

const OUTPUT_LINES = 15;

function failureOf({ passed, output }: VerificationView): string {
  if (passed) return '';
  return `${forTerminal(output).trimEnd().split('\n').slice(-OUTPUT_LINES).join('\n')}\n`;
}
