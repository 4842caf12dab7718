import type { CommandSpec, InputOf, OptionSpecs } from '../command.js';
import { parseAmount } from '../parse-amount.js';
import { parseRate } from './parse-rate.js';

/** How quickly a batch goes, and what it may cost. */
export const limitOptions = {
  concurrency: {
    kind: 'count',
    short: 'c',
    placeholder: 'N',
    description: 'So many calls at the same time; 8 unless given.',
  },
  rate: {
    kind: 'text',
    placeholder: 'N/s',
    description: 'At most so many calls a second (5/s), a minute (300/m) or an hour.',
  },
  'max-cost': {
    kind: 'text',
    placeholder: 'USD',
    description: 'What the batch may cost, in US dollars; it pauses when that is reached.',
  },
} as const satisfies OptionSpecs;

type Options = InputOf<CommandSpec<Record<never, never>, typeof limitOptions>>['options'];

/** @throws UsageError when a rate or an amount is none */
export function givenLimits(options: Options) {
  return {
    concurrency: options.concurrency,
    rate: parseRate('--rate', options.rate),
    maxCost: parseAmount('--max-cost', options['max-cost']),
  };
}
