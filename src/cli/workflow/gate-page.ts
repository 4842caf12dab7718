import { forTerminal, forTerminalLine } from '../../base/text/terminal-text.js';
import type { WorkflowGateView } from '../../operations/workflow/run/run-outputs.js';
import { highlightMarkdown } from '../render/highlight-markdown.js';
import { nextLine } from '../render/next-line.js';
import { ruler } from '../render/ruler.js';
import { styleFor } from '../render/style.js';
import { wrapText } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

const CHECKSUM_SHOWN = 12;

/** What somebody is asked to approve, whole: they answer for all of it. */
export function renderContent({ path, content, checksum }: WorkflowGateView, stream: OutputStream): string {
  const style = styleFor(stream);
  const text = forTerminal(content).trimEnd();
  const body = stream.isTerminal ? wrapText(highlightMarkdown(text, style), stream.columns) : text;
  const title = `${forTerminalLine(path)} · ${checksum.slice(0, CHECKSUM_SHOWN)}`;
  return `${style.dim(ruler(stream.columns, title))}\n${body}\n${style.dim(ruler(stream.columns))}\n`;
}

/** The same, with the command that approves exactly this. */
export function renderGate(gate: WorkflowGateView, stream: OutputStream): string {
  const rejected = gate.onReject === 'redo' ? 'goes back to an earlier step' : 'ends the workflow';
  const about = `To approve exactly this; "workflow reject", with the same words, ${rejected}:`;
  const lead = stream.isTerminal ? wrapText(about, stream.columns) : about;
  return `${renderContent(gate, stream)}${lead}\n${nextLine(gate.approve, stream)}`;
}
