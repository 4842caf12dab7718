import type { AnswerResult, Attempt } from '../../session/attempt.js';

/**
 * Whether a planning answer was read without a doubt: it had all sections, none twice or cut off, each where nothing
 * allows another reading, and nobody had to force it.
 */
export function isExact(
  { outcome, forced }: Pick<Attempt, 'outcome' | 'forced'>,
  result: AnswerResult | null,
): boolean {
  if (outcome !== 'accepted' || forced || result?.kind !== 'planning') return false;
  const { sections, missing, report } = result;
  return (
    missing.length === 0 &&
    report.duplicates.length === 0 &&
    report.truncated.length === 0 &&
    Object.values(sections).every((section) => section?.confidence === 'exact')
  );
}
