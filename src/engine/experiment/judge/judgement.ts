import type { ExecutionId } from '../../../base/ids.js';
import type { JudgeWord } from './judge-question.js';

/** Each pair of answers is judged in both orders: what a judge has for a place falls out. */
export const judgeOrders = ['control-first', 'variant-first'] as const;
export type JudgeOrder = (typeof judgeOrders)[number];

/** What a judge said once of a variant's answer beside the control's. */
export interface Judgement {
  readonly unit: string;
  /** The variant's number, from 1. */
  readonly variant: number;
  /** Counts the times that the row was asked, from 1. */
  readonly repetition: number;
  readonly order: JudgeOrder;
  /** 1: the variant's is better; 0: the control's; 0.5: neither. */
  readonly value: number;
  /** Where the judge was asked; null when one of the answers did not come, and nobody had to be. */
  readonly execution: ExecutionId | null;
}

/** What the control has in every row: neither better nor worse than itself. */
export const CONTROL_VALUE = 0.5;

/**
 * What a judge's word means for the variant.
 *
 * @example valueOfWord('first', 'variant-first') === 1
 */
export function valueOfWord(word: JudgeWord, order: JudgeOrder): number {
  if (word === 'same') return 0.5;
  return (word === 'first') === (order === 'variant-first') ? 1 : 0;
}

/** What it means that an answer did not come: whoever asked has no use of it. */
export function valueWithout(control: string | null, variant: string | null): number | null {
  if (control !== null && variant !== null) return null;
  if (control === null && variant === null) return 0.5;
  return variant === null ? 0 : 1;
}

/**
 * Under which number a judgement is on record: the two orders of an asked row are beside each other.
 *
 * @example recordedRepetition(2, 'variant-first') === 4
 */
export function recordedRepetition(repetition: number, order: JudgeOrder): number {
  return 2 * repetition - (order === 'control-first' ? 1 : 0);
}

/** The other way round. */
export function repetitionRecorded(recorded: number): Pick<Judgement, 'repetition' | 'order'> {
  return {
    repetition: Math.ceil(recorded / 2),
    order: recorded % 2 === 1 ? 'control-first' : 'variant-first',
  };
}
