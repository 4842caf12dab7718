import type { OptimizationRow } from '../../../src/engine/optimize/optimization-row.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';

export const labels = ['low', 'medium', 'high'] as const;
export type Label = (typeof labels)[number];

/** What tickets are about: a word each, of which one is in every ticket, and the label that is right for it. */
export type Topics = ReadonlyMap<string, Label>;

const TOPIC_WORDS = ['parcel', 'refund', 'password', 'invoice', 'crash', 'colour', 'warranty', 'newsletter'];

/** What is in tickets besides, and says nothing. */
export const fillers = [
  ...['yesterday', 'morning', 'again', 'really', 'office', 'team', 'colleague', 'phone', 'website', 'button'],
  ...[
    'screen',
    'letter',
    'someone',
    'quickly',
    'question',
    'update',
    'delivery',
    'window',
    'summer',
    'holiday',
  ],
  ...[
    'account',
    'number',
    'manager',
    'paper',
    'garden',
    'kitchen',
    'travel',
    'weekend',
    'message',
    'picture',
  ],
];
const FILLERS_EACH = 7;

/** All words that a ticket may have: what a model knows of the world before it has seen any. */
export const vocabulary: readonly string[] = [...TOPIC_WORDS, ...fillers];

/** Shares out labels among topics. */
export function drawTopics(random: RandomSource): Topics {
  return new Map(TOPIC_WORDS.map((word) => [word, pick(labels, random)]));
}

/** Tickets, each about one topic. */
export function drawTickets(topics: Topics, count: number, random: RandomSource): readonly OptimizationRow[] {
  return Array.from({ length: count }, (_, at) => {
    const [topic, label] = pick([...topics], random);
    const words = Array.from({ length: FILLERS_EACH }, () => pick(fillers, random));
    words.splice(random.below(words.length + 1), 0, topic);
    // The number makes every ticket another one.
    return { row: at + 1, input: { ticket: `${words.join(' ')} ${at + 1}` }, expected: label };
  });
}

export function pick<Entry>(entries: readonly Entry[], random: RandomSource): Entry {
  const entry = entries[random.below(entries.length)];
  if (entry === undefined) throw new Error('there is nothing to pick from');
  return entry;
}

/** The words of a ticket. */
export function wordsOf(ticket: string): readonly string[] {
  return ticket.split(' ');
}
