import { DASH, EQUALS, isBlank, STAR, UNDERSCORE } from './characters.js';

const SHORTEST_RULE = 3;

/** Whether a line is nothing but a rule: three or more of `-`, `*`, `_`, `=` or box lines, blanks between. */
export function isRule(text: string, first: number, end: number): boolean {
  const code = text.charCodeAt(first);
  if (code !== DASH && code !== STAR && code !== UNDERSCORE && code !== EQUALS && !isBoxLine(code))
    return false;
  let marks = 0;
  for (let at = first; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code) marks++;
    else if (!isBlank(unit)) return false;
  }
  return marks >= SHORTEST_RULE;
}

function isBoxLine(code: number): boolean {
  return code === 0x2500 || code === 0x2501 || code === 0x2550;
}
