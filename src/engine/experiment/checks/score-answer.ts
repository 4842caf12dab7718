import { checkResponse } from '../../execution/check-response.js';
import type { Check } from './check.js';
import { textLikeness } from './text-likeness.js';

/**
 * How well an answer stands up to a check.
 *
 * @param expected what its row expects; null where it says nothing
 * @returns from 0 to 1; null when the check takes an expected text and there is none
 * @example await scoreAnswer({ name: 'ok', rule: { kind: 'equals', wanted: null } }, ' yes\n', 'yes') === 1
 */
export async function scoreAnswer(
  { rule }: Check,
  answer: string,
  expected: string | null,
): Promise<number | null> {
  if (rule.kind === 'json-schema') return score((await checkResponse(answer, rule.schema)).problem === null);
  if (rule.kind === 'regex')
    return score((await import('./matches-pattern.js')).matchesPattern(rule, answer));
  const wanted = rule.wanted ?? expected;
  if (wanted === null) return null;
  switch (rule.kind) {
    case 'equals':
      return score(answer.trim() === wanted.trim());
    case 'contains':
      return score(answer.includes(wanted));
    case 'similarity':
      return textLikeness(answer, wanted);
  }
}

function score(holds: boolean): number {
  return holds ? 1 : 0;
}
