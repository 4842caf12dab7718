import { equalWeights } from '../assignment/bucket-ranges.js';
import { ExperimentDefinitionError } from '../errors.js';

/** Parts may miss their sum by this much of it, as 33/33/33 does. */
const SUM_MISSES = 0.011;

/**
 * The part of units that each variant gets, 1 together.
 *
 * @param parts of 100, or of 1, in the order of the variants; equal ones when left out
 * @throws ExperimentDefinitionError when there is not one for each variant, one is not above 0, or their sum is off
 * @example splitWeights([70, 30], ['a', 'b']) // [0.7, 0.3]
 */
export function splitWeights(
  parts: readonly number[] | undefined,
  variants: readonly string[],
): readonly number[] {
  if (parts === undefined) return equalWeights(variants.length);
  const said = parts.join('/');
  if (parts.length !== variants.length) {
    throw new ExperimentDefinitionError(
      `The split ${said} has ${parts.length} parts, and there are ${variants.length} variants.`,
      { hint: `One part for each, in this order: ${variants.join(', ')}.` },
    );
  }
  const none = parts.findIndex((part) => !(part > 0 && Number.isFinite(part)));
  if (none >= 0) {
    throw new ExperimentDefinitionError(
      `The variant "${variants[none]}" gets no part of the split ${said}.`,
      {
        hint: 'Every part is above 0. Leave out a variant that nobody shall get.',
      },
    );
  }
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = sum <= 1 + SUM_MISSES ? 1 : 100;
  if (Math.abs(sum - whole) > whole * SUM_MISSES) {
    throw new ExperimentDefinitionError(
      `The parts of the split ${said} are ${Number(sum.toFixed(4))} together.`,
      {
        hint: 'Together they are 100, or 1: 50/50, or 0.5/0.5.',
      },
    );
  }
  return parts.map((part) => part / sum);
}
