import { type Check, needsExpected } from '../experiment/checks/check.js';
import { scoreAnswer } from '../experiment/checks/score-answer.js';
import type { AnswerScoring, CheckScore } from './answer-scoring.js';
import { meanOfKnown } from './search/mean-of-known.js';

/** Judges answers by checks. One that takes an expected text is left out for rows that expect nothing. */
export function checkScoring(checks: readonly Check[]): AnswerScoring {
  const comparing = checks.filter(needsExpected);
  return {
    async score(answer, { expected }) {
      const scores: CheckScore[] = [];
      for (const check of checks) {
        const score = await scoreAnswer(check, answer, expected);
        if (score !== null) scores.push({ check: check.name, score, feedback: feedbackOf(check, score) });
      }
      return scores;
    },
    async scoreAgainst(answer, expected) {
      const scores: (number | null)[] = [];
      for (const check of comparing) scores.push(await scoreAnswer(check, answer, expected));
      return meanOfKnown(scores);
    },
  };
}

/** What the reflecting model is told of an answer that did not pass. */
function feedbackOf({ rule }: Check, score: number): string | null {
  if (score === 1) return null;
  const wanted = 'wanted' in rule && rule.wanted !== null ? `the text "${rule.wanted}"` : 'what was expected';
  switch (rule.kind) {
    case 'equals':
      return `The answer has to be ${wanted}, and nothing else.`;
    case 'contains':
      return `The answer has to have ${wanted} in it.`;
    case 'regex':
      return `The answer has to fit the pattern ${rule.pattern}.`;
    case 'similarity':
      return `The answer has to be as like ${wanted} as can be.`;
    case 'json-schema':
      return 'The answer has to be JSON that fits the schema, and nothing else.';
  }
}
