import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { DoctorOutput, Finding } from '../../operations/doctor/outputs.js';
import { styleFor } from '../render/style.js';
import { wrap } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

const STATUS_WIDTH = 'warning'.length;
const GAP = '  ';
const looks = { ok: 'green', warning: 'yellow', problem: 'red' } as const;

/** What the doctor found, a finding a line, its fix below it; then the sum. */
export function renderExamination(
  { findings, problems, warnings }: DoctorOutput,
  stream: OutputStream,
): string {
  const checkWidth = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map((finding) => renderFinding(finding, checkWidth, stream));
  return `${lines.join('')}\n${sum(problems, warnings)}\n`;
}

function renderFinding(
  { check, status, says, fix }: Finding,
  checkWidth: number,
  stream: OutputStream,
): string {
  const style = styleFor(stream);
  const indent = ' '.repeat(STATUS_WIDTH + checkWidth + 2 * GAP.length);
  const fitted = (text: string) => {
    const line = forTerminalLine(text);
    return stream.isTerminal
      ? wrap(line, stream.columns - indent.length).replaceAll('\n', `\n${indent}`)
      : line;
  };
  const mark = style[looks[status]](status.padEnd(STATUS_WIDTH));
  const remedy =
    fix === null ? '' : `${indent}${fitted(`Fix: ${fix}`).replace(/^Fix:/, style.dim('Fix:'))}\n`;
  return `${mark}${GAP}${check.padEnd(checkWidth)}${GAP}${fitted(says)}\n${remedy}`;
}

function sum(problems: number, warnings: number): string {
  if (problems + warnings === 0) return 'Everything is in order.';
  return [counted(problems, 'problem'), counted(warnings, 'warning')].filter(Boolean).join(', ').concat('.');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
