/** The lines of a text, without their ends and without blank ones. */
export function wordedLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether all lines of a text stand in another one after each other; indentation and blank lines aside. */
export function standsIn(part: string, whole: string): boolean {
  const lines = wordedLines(part);
  return lines.length > 0 && `\n${wordedLines(whole).join('\n')}\n`.includes(`\n${lines.join('\n')}\n`);
}

/** Whether a code block is opened and never closed (CommonMark, 4.5). */
export function leavesFenceOpen(text: string): boolean {
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const fence = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(line.replace(/\r$/, ''));
    if (fence === null) continue;
    const [, marks = '', rest = ''] = fence;
    if (open === null) open = marks;
    else if (rest.trim() === '' && marks.startsWith(open)) open = null;
  }
  return open !== null;
}

/** The longest run of backticks in a text. */
export function longestBackticks(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
