import type { AttemptId } from '../../base/ids.js';
import { decodeAnswer, type PlanningKey } from '../../sections/index.js';
import type { AnswerResult } from './attempt.js';
import type { PlanningSection } from './planning-result.js';

/** What stands where a credential was: texts with it are not what they were, nor where they were. */
const REDACTED = '[redacted';

/**
 * The sections of a result whose text does not stand in the answer that it was read from. A section is cut out of the
 * answer, without fence, indentation and an agent's output: whatever is left out, nothing comes in.
 *
 * @param attempt the attempt that has the answer; sections that came from another one are not looked at
 */
export function straySections(result: AnswerResult, attempt: AttemptId, answer: Uint8Array): PlanningKey[] {
  if (result.kind !== 'planning') return [];
  const text = decodeAnswer(answer);
  if (text.includes(REDACTED)) return [];
  return Object.values(result.sections)
    .filter((section) => section !== null)
    .filter((section) => section.attempt === attempt && isLiteral(section) && !standsIn(text, section))
    .map(({ key }) => key);
}

/** In JSON a text is written otherwise than it is. */
function isLiteral({ form, text }: PlanningSection): boolean {
  return form !== 'json' && !text.includes(REDACTED);
}

/** Whether the characters of a section are found in its body, one after the other. */
function standsIn(answer: string, { text, bodyStart, bodyEnd }: PlanningSection): boolean {
  let found = 0;
  for (let at = bodyStart; at < bodyEnd && found < text.length; at++) {
    if (answer.charCodeAt(at) === text.charCodeAt(found)) found++;
  }
  return found === text.length;
}
