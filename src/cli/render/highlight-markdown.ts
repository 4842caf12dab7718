import type { Style } from './style.js';

/**
 * A text in Markdown as it is easier to read on a terminal: headings bold, fences and list markers dim, code
 * in fences cyan. Looks are added line by line; not one character of the text is changed.
 *
 * @example highlightMarkdown('# Plan', style)
 */
export function highlightMarkdown(text: string, style: Style): string {
  let open: string | null = null;
  return text
    .split('\n')
    .map((line) => {
      const fence = fenceOf(line);
      if (open !== null) {
        if (fence === null || !closes(line, open)) return style.cyan(line);
        open = null;
        return style.dim(line);
      }
      open = fence;
      return fence === null ? highlightLine(line, style) : style.dim(line);
    })
    .join('\n');
}

/** The run of backticks or tildes that a line begins with, when it is long enough for a fence. */
function fenceOf(line: string): string | null {
  return /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
}

function closes(line: string, open: string): boolean {
  const fence = line.trim();
  return fence.length >= open.length && fence === open.charAt(0).repeat(fence.length);
}

function highlightLine(line: string, style: Style): string {
  if (/^#{1,6}[ \t]/.test(line)) return style.bold(line);
  const item = /^([ \t]*)([-*+•]|\d{1,9}[.)])(?=[ \t])/.exec(line);
  if (item === null) return line;
  const [all, indent = '', marker = ''] = item;
  return indent + style.dim(marker) + line.slice(all.length);
}
