import { type ExperimentCheck, isJudgeCheck, isTextCheck } from './checks/experiment-check.js';
import { scoreAnswer } from './checks/score-answer.js';
import { scoreMetric } from './metric-named.js';

/** What became of asking a variant for a row. */
export interface AskedRow {
  /** Null when there is none: it failed. */
  readonly answer: string | null;
  /** What the row expects of it; null where it says nothing. */
  readonly expected: string | null;
  /** In US dollars; null is unknown. */
  readonly cost: number | null;
  /** In milliseconds; null is unknown. */
  readonly latency: number | null;
}

/** Whether a program that reads an answer ends with 0; null when it may not be run. */
export type TryCommand = (command: readonly string[], answer: string) => Promise<boolean | null>;

/**
 * What is measured of a row that was asked, by the names of the metrics; what cannot be told is left out. Whoever asks
 * has no use of an answer that did not come: it fails every check. What it cost and how long it took says nothing of
 * answers, and is left out. Judges compare answers, and are not asked here.
 */
export async function measureAnswer(
  asked: AskedRow,
  checks: readonly ExperimentCheck[],
  tryCommand: TryCommand,
): Promise<ReadonlyMap<string, number>> {
  const { answer, cost, latency } = asked;
  const measured = new Map<string, number>();
  const scores: (number | null)[] = [];
  for (const check of checks) {
    if (isJudgeCheck(check)) continue;
    const score = answer === null ? 0 : await scoreOf(check, { ...asked, answer }, tryCommand);
    scores.push(score);
    if (score !== null) measured.set(scoreMetric(check), score);
  }
  if (!scores.includes(null)) measured.set('success', scores.every((score) => score === 1) ? 1 : 0);
  if (answer !== null && cost !== null) measured.set('cost', cost);
  if (answer !== null && latency !== null) measured.set('latency', latency);
  return measured;
}

async function scoreOf(
  check: ExperimentCheck,
  { answer, expected, cost, latency }: AskedRow & { readonly answer: string },
  tryCommand: TryCommand,
): Promise<number | null> {
  if (isTextCheck(check)) return scoreAnswer(check, answer, expected);
  const { rule } = check;
  switch (rule.kind) {
    case 'cost':
      return scoreWhere(cost === null ? null : cost <= rule.most);
    case 'latency':
      return scoreWhere(latency === null ? null : latency <= rule.most);
    case 'command':
      return scoreWhere(await tryCommand(rule.command, answer));
    default:
      return null;
  }
}

function scoreWhere(holds: boolean | null): number | null {
  return holds === null ? null : Number(holds);
}
