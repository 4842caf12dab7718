/** A file that begins with YAML between two lines of `---`. */
export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** The line of the file on which the YAML begins. */
export const FRONT_MATTER_LINE = 2;

/**
 * Takes the front matter off a text; null when it does not begin with any, or the second `---` is missing.
 *
 * @example splitFrontMatter('---\nname: a\n---\nText')?.body === 'Text'
 */
export function splitFrontMatter(text: string): FrontMatter | null {
  const start = afterRule(text, 0);
  if (start === null) return null;
  let line = FRONT_MATTER_LINE;
  for (let at = start; at < text.length; at = lineAfter(text, at)) {
    const end = afterRule(text, at);
    line++;
    if (end !== null) return { yaml: text.slice(start, at), body: text.slice(end), bodyLine: line };
  }
  return null;
}

/** Whether the text of a file, perhaps with a byte order mark, begins with front matter. */
export function hasFrontMatter(text: string): boolean {
  return splitFrontMatter(text.startsWith('\ufeff') ? text.slice(1) : text) !== null;
}

/** A file with front matter; without any lines in it, still with its two rules. */
export function withFrontMatter(yaml: string, body: string): string {
  return `---\n${yaml}---\n${body}`;
}

/** Where the line after a rule begins; null when at `at` stands another line. */
function afterRule(text: string, at: number): number | null {
  if (!text.startsWith('---', at)) return null;
  const next = lineAfter(text, at);
  return text.slice(at + '---'.length, next).trim() === '' ? next : null;
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
