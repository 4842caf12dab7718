import { groupThousands } from '../../../base/text/group-thousands.js';
import type { ExperimentMetric } from '../../../engine/experiment/experiment.js';
import { differenceText, figureText } from '../figure-text.js';
import type { ExperimentPlanOutput } from '../outputs.js';

type Plan = Omit<ExperimentPlanOutput, 'says'>;

/** A plan in sentences: how much data it takes, how long, and what that rests on. */
export function planSentences(metric: ExperimentMetric, plan: Plan): string[] {
  const size = plan.sizes.find(({ difference }) => difference === plan.matters);
  const units = size?.units ?? null;
  if (units === null)
    return [
      `No amount of data finds a difference of ${differenceText(metric, plan.matters)} of ${metric.name}.`,
    ];
  const found = `To find a difference of ${differenceText(metric, plan.matters)} of ${metric.name} with a chance of ${percent(plan.power)}, it takes ${amountText(plan, units)}.`;
  return [found, ...durationSentences(plan, size?.days ?? null), restsOn(metric, plan)];
}

function amountText({ experiment: { unit }, repeat }: Plan, units: number): string {
  const times = repeat !== null && repeat > 1 ? `, each asked ${repeat} times` : '';
  const together = unit === 'row' ? ' for each variant' : ', all variants together';
  return `${groupThousands(units)} ${unit}s${together}${times}`;
}

function durationSentences({ experiment: { unit }, pace, windowDays }: Plan, days: number | null): string[] {
  if (pace === null) return [];
  const lately = `in the last ${pace.days === 1 ? 'day' : `${pace.days} days`}`;
  if (unit === 'user') {
    const users = pace.users === 1 ? '1 user' : `${groupThousands(pace.users)} users`;
    if (days !== null) return [`${users} began sessions ${lately}: that will do.`];
    return [
      `Only ${users} began sessions ${lately}: there are not enough. Share out sessions, or compare offline.`,
    ];
  }
  const sessions = pace.sessions === 1 ? '1 session' : `${groupThousands(pace.sessions)} sessions`;
  if (days === null) return [`No session began ${lately}: how long it takes cannot be said.`];
  return [
    `At the present pace (${sessions} ${lately}) that takes ${daysText(days)}, and up to ${daysText(windowDays ?? 0)} more until the last ones count.`,
    ...(days > A_QUARTER
      ? ['That is long. Offline the same rows are put to all variants, and a few dozen may do.']
      : []),
  ];
}

/** Who waits longer than that has changed the prompts meanwhile. */
const A_QUARTER = 90;

function daysText(days: number): string {
  if (days <= 14) return days === 1 ? '1 day' : `${days} days`;
  if (days <= A_QUARTER) return `${Math.round(days / 7)} weeks`;
  return days <= 730 ? `${Math.round(days / 30.4)} months` : `${Math.round(days / 365)} years`;
}

function restsOn(metric: ExperimentMetric, plan: Plan): string {
  const { baseline, deviation, baselineIs, looks, correlation } = plan;
  const words = {
    given: 'as you say',
    known: 'as it was so far',
    assumed: 'which is the worst case',
  } as const;
  const level =
    metric.kind === 'proportion'
      ? `${metric.name} is ${figureText(metric, baseline)} now, ${words[baselineIs]}`
      : `${metric.name} has a standard deviation of ${figureText(metric, deviation)}, ${words[baselineIs]}`;
  const common = correlation === null ? '' : `; a row's figures have a correlation of ${correlation}`;
  const looked = looks === 1 ? 'looked at once' : `looked at ${looks} times, at equal distances`;
  return `That holds when ${level}${common}; and when it is ${looked}.`;
}

function percent(part: number): string {
  return `${Number((100 * part).toFixed(1))} %`;
}
