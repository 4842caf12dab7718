import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import { withoutPassword } from '../../base/text/without-password.js';
import type { ApiKey } from '../keys/api-key.js';

/** Shorter ones are words such as "none", which servers at home take for a key. */
const SHORTEST_KEY = 8;
/** As much of a provider's words as is worth showing, in characters. */
const LONGEST = 600;

/** Takes credentials out of what a provider says. */
export type Redact = (text: string) => string;

/** A function that knows these keys, and the shapes that keys have. */
export function redactorOf(keys: readonly ApiKey[]): Redact {
  const values = keys.map((key) => key.reveal()).filter((value) => value.length >= SHORTEST_KEY);
  // The longest first: one may begin with another.
  values.sort((a, b) => b.length - a.length);
  return (text) => {
    let redacted = text;
    for (const value of values)
      for (const form of new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]))
        redacted = redacted.replaceAll(form, '[a key]');
    return redactSecrets(redacted);
  };
}

/**
 * A provider's own words in one line, fit to be shown: without keys, also those of which it shows some letters
 * between asterisks, and not longer than anybody reads.
 */
export function shownWords(text: string, redact: Redact): string {
  const words = forTerminalLine(withoutPassword(redact(text))).split(' ');
  const line = words.map((word) => (word.includes('***') ? '[a key]' : word)).join(' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
