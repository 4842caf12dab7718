import { variableName } from '../jinja/names.js';
import type { OfferedVariable } from '../prompt-format.js';

/**
 * `[PLACEHOLDER]`, `[Your Name]` or `{placeholder}`. In brackets words begin with capitals or are all of
 * them, as others are remarks; a link, a footnote, a check box and a mark of a template are none.
 */
const BRACKETS = /(?<![!\]\\[\w])\[([A-Z][\w'-]*(?: [\w'-]+){0,7})\](?![([:\]])/g;
const BRACES = /(?<![{$%#\\\w}])\{([A-Za-z_][\w-]*(?: [\w-]+){0,5})\}(?!\})/g;

/** A fence of code, in which braces and brackets mean something else. */
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;

/** A place in a text that looks as if it were meant to be filled in. */
export interface Blank {
  readonly name: string;
  readonly written: string;
  readonly start: number;
}

/** What in a text is offered as a variable, in the order of its first occurrence. */
export function findOffered(text: string): readonly OfferedVariable[] {
  const found = new Map<string, OfferedVariable>();
  for (const { name, written } of findBlanks(text))
    found.set(written, { name, written, occurrences: (found.get(written)?.occurrences ?? 0) + 1 });
  return [...found.values()];
}

/** All such places outside of code, first to last. The literal template of a text has the same ones. */
export function findBlanks(text: string): readonly Blank[] {
  const prose = withoutCode(text);
  return [...prose.matchAll(BRACKETS), ...prose.matchAll(BRACES)]
    .map((match) => ({ name: nameFor(match[1] ?? ''), written: match[0], start: match.index }))
    .filter(({ written }) => !/^\[[Xx]\]$/.test(written))
    .sort((a, b) => a.start - b.start);
}

/** @example nameFor('Your Name') === 'your_name' */
function nameFor(words: string): string {
  return variableName(
    words
      .toLowerCase()
      .replace(/'/g, '')
      .replace(/[\s-]+/g, '_'),
  );
}

/** The text with code as spaces, so that every other thing stays where it is. */
function withoutCode(text: string): string {
  let fence: string | null = null;
  const lines = text.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[0].trim() ?? null;
    const wasOpen = fence !== null;
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence)) fence = null;
    return wasOpen || mark !== null ? ' '.repeat(line.length) : withoutSpans(line);
  });
  return lines.join('\n');
}

function withoutSpans(line: string): string {
  return line.replace(/`[^`]*`/g, (span) => ' '.repeat(span.length));
}
