import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { PromptDiffOutput } from '../../operations/prompt/diff-outputs.js';
import type { Paint, Style } from '../render/style.js';

type Hunk = PromptDiffOutput['messages'][number]['hunks'][number];

/** Of lines that are the same, so many are shown on each side of a change. */
const CONTEXT = 3;

/** Hunks as lines with a mark each; changed words are bold. */
export function hunkLines(hunks: readonly Hunk[], style: Style): string {
  return hunks
    .map((hunk, at) => {
      if (hunk.kind === 'same') return sameLines(hunk, at > 0, at < hunks.length - 1, style);
      const other = hunks[hunk.kind === 'removed' ? at + 1 : at - 1];
      return changedLines(hunk, other, style);
    })
    .join('');
}

function sameLines({ text }: Hunk, hasBefore: boolean, hasAfter: boolean, { dim }: Style): string {
  const lines = linesOf(text);
  const head = hasBefore ? CONTEXT : 0;
  const tail = hasAfter ? CONTEXT : 0;
  const left = lines.length - head - tail;
  const all = lines.map((line) => dim(`  ${forTerminal(line)}`.trimEnd()));
  // A line that says that one line is left out saves nothing.
  if (left < 2) return ended(all);
  const note = dim(`  … ${groupThousands(left)} lines that are the same`);
  return ended([...all.slice(0, head), note, ...(tail === 0 ? [] : all.slice(-tail))]);
}

/** @param other what the lines were before, or are since */
function changedLines({ kind, text, words }: Hunk, other: Hunk | undefined, style: Style): string {
  const { bold } = style;
  const [mark, paint]: [string, Paint] = kind === 'removed' ? ['-', style.red] : ['+', style.green];
  const parts = words ?? [{ isChanged: false, text }];
  const painted = parts.flatMap((part) =>
    part.text.split(/(?<=\n)/).map((piece) => {
      const isEnd = piece.endsWith('\n');
      const shown = forTerminal(withMarks(isEnd ? piece.slice(0, -1) : piece));
      return { text: shown === '' ? '' : paint(part.isChanged ? bold(shown) : shown), isEnd };
    }),
  );
  const lines: string[] = [];
  let line = '';
  for (const piece of painted) {
    line += piece.text;
    if (!piece.isEnd) continue;
    lines.push(line);
    line = '';
  }
  const isEndNews = other !== undefined && other.kind !== 'same' && other.text.endsWith('\n');
  if (!text.endsWith('\n')) lines.push(isEndNews ? `${line}${paint(' (no line end)')}` : line);
  return ended(lines.map((shown) => `${paint(mark)} ${shown}`.trimEnd()));
}

/** A carriage return is nothing to be seen, and may be all that changed. */
function withMarks(text: string): string {
  return text.replaceAll('\r', '␍');
}

function linesOf(text: string): string[] {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
