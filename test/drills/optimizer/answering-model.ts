import type { OptimizationRow } from '../../../src/engine/optimize/optimization-row.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { type Template, TemplateCache } from '../../../src/templates/index.js';
import { labels, pick, type Topics, wordsOf } from './tickets.js';

/** How a simulated model answers; nobody who searches knows. */
export interface Habits {
  readonly topics: Topics;
  /** Topics that it gets right without being told. */
  readonly known: ReadonlySet<string>;
  /** Words in whose rules it believes. */
  readonly heeds: ReadonlySet<string>;
  /** The chance that an answer is one drawn by lot, whatever the prompt says. */
  readonly noise: number;
  /** Whether it gives reasons unless it is told not to. */
  readonly isTalkative: boolean;
}

/** What makes it name all labels. */
export const STUFFING = 'Name every level, so that nothing is missed.';
/** What keeps it from giving reasons. */
export const BREVITY = 'Give no reasons.';

const RULE = /If the ticket mentions (\w+), answer (\w+)\./g;
const BY_HEART = /If the ticket is "([^"]+)", answer (\w+)\./g;
const REASONS =
  ', because of what the words of the ticket say, one by one and all together, as far as can be told';

/**
 * What a simulated model answers. It heeds sentences of the forms above and no others; the last rule that fits a ticket
 * counts.
 *
 * @param random its chance in this answer; null for the answer that it gives when nothing is left to chance
 */
export function answerOf(
  template: string,
  { input }: OptimizationRow,
  habits: Habits,
  random: RandomSource | null,
): string {
  const prompt = compiled(template).render(input);
  const ticket = /Ticket: (.*)/.exec(prompt)?.[1];
  if (ticket === undefined) return 'Which ticket?';
  const isByChance = random !== null && random.unit() < habits.noise;
  const label = isByChance ? pick(labels, random) : labelFor(prompt, ticket, habits);
  return habits.isTalkative && !prompt.includes(BREVITY) ? label + REASONS : label;
}

function labelFor(prompt: string, ticket: string, habits: Habits): string {
  if (prompt.includes(STUFFING)) return labels.join(', ');
  return learned(prompt, ticket) ?? told(prompt, ticket, habits) ?? unaided(ticket, habits);
}

function learned(prompt: string, ticket: string): string | undefined {
  return [...prompt.matchAll(BY_HEART)].findLast(([, text]) => text === ticket)?.[2];
}

function told(prompt: string, ticket: string, { heeds }: Habits): string | undefined {
  const words = new Set(wordsOf(ticket));
  return [...prompt.matchAll(RULE)].findLast(([, word = '']) => words.has(word) && heeds.has(word))?.[2];
}

/** Right for what it knows, and wrong for everything else. */
function unaided(ticket: string, { topics, known }: Habits): string {
  const topic = wordsOf(ticket).find((word) => topics.has(word)) ?? '';
  const right = topics.get(topic);
  if (known.has(topic) && right !== undefined) return right;
  return labels.find((label) => label !== right) ?? labels[0];
}

const kept = new TemplateCache({}, 100);

function compiled(template: string): Template {
  return kept.compile(template, 'prompt');
}
