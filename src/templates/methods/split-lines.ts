import type { Budget } from '../budget.js';

const LINE_END = /\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/g;

/** The lines of a text, as Python's `splitlines` finds them; a line end at the very end begins no line. */
export function* splitLines(text: string, keepEnds = false): Iterable<string> {
  let from = 0;
  for (const end of text.matchAll(LINE_END)) {
    const next = end.index + end[0].length;
    yield text.slice(from, keepEnds ? next : end.index);
    from = next;
  }
  if (from < text.length) yield text.slice(from);
}

/** The lines of a text as a list, each paid for before the next is looked for. */
export function collectLines(text: string, budget: Budget, keepEnds = false): string[] {
  const lines: string[] = [];
  for (const line of splitLines(text, keepEnds)) {
    budget.step();
    budget.collects(1);
    lines.push(line);
  }
  return lines;
}
