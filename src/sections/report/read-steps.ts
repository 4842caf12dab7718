import { type OutlineLine, outlineLines } from '../outline/outline-line.js';
import type { Reading } from './implementation-report.js';

/**
 * The numbered steps of a section, or else its items, each with the lines below it. Those lines stay as
 * they are: they may be commands, whose comments look like headings. What stands before the first step
 * is unread; a section without steps is a single one.
 */
export function readSteps(text: string): Reading<readonly string[]> {
  const lines = outlineLines(text);
  const marker = lines.some((line) => line.marker === 'number') ? 'number' : 'dash';
  const first = lines.find((line) => line.marker === marker);
  if (first === undefined) return { value: asOneStep(lines), unread: [] };
  const unread: string[] = [];
  const steps: string[][] = [];
  for (const line of lines) {
    const opens = line.marker === marker && line.indent <= first.indent;
    if (opens) steps.push([line.text]);
    else (steps.at(-1) ?? unread).push(line.raw.trim());
  }
  return { value: steps.map((step) => step.join('\n')), unread };
}

function asOneStep(lines: readonly OutlineLine[]): string[] {
  return lines.length === 0 ? [] : [lines.map(({ raw }) => raw.trim()).join('\n')];
}
