import { redactSecrets } from '../../base/text/secrets.js';

/** The most that a tool answers, in UTF-16 units. */
const LIMIT = 30_000;
/** Room for the line that tells of the rest. */
const NOTE = 100;
const LONGEST_LINE = 2000;

/** As many of the lines as fit, without credentials, and a last line that says what is missing. */
export function toolOutput(lines: readonly string[], rest: (shown: number) => string): string {
  // Redacted as one: a key may go over several lines.
  const safe = redactSecrets(lines.map(shortened).join('\n')).split('\n');
  let length = 0;
  let shown = 0;
  for (const line of safe) {
    length += line.length + 1;
    if (length > LIMIT - NOTE) break;
    shown += 1;
  }
  const kept = safe.slice(0, shown).join('\n');
  return shown === safe.length ? kept : `${kept}\n(${rest(shown)})`;
}

function shortened(line: string): string {
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)} … (the line goes on)`;
}
