import { bucketOf, type HashVersion } from './bucket.js';
import { bucketRanges, variantAt } from './bucket-ranges.js';
import { inNamespace, type Namespace } from './namespace.js';

/** Units that see no experiment at all, to measure later what all of them together brought. */
export interface HoldOut {
  /** Experiments with the same name leave out the same units. */
  readonly name: string;
  /** The part of units that is left out, from 0 to 1. */
  readonly share: number;
}

/** All that an assignment depends on, besides the unit. */
export interface AssignmentDesign {
  /** Another seed mixes the units anew. */
  readonly seed: string;
  readonly hashVersion: HashVersion;
  /** How many variants there are, the control first. */
  readonly variants: number;
  /** The part of units that take part, from 0 to 1. */
  readonly coverage: number;
  /** For each variant; equal ones if null. */
  readonly weights: readonly number[] | null;
  readonly namespace: Namespace | null;
  readonly holdOut: HoldOut | null;
}

export type Assignment =
  | {
      readonly is: 'assigned';
      /** The number of the variant, from 0 on. */
      readonly variant: number;
      /** The unit's place, from 0 to below 1. */
      readonly bucket: number;
    }
  | { readonly is: 'left-out'; readonly why: 'no-unit' | 'hold-out' | 'namespace' | 'coverage' };

/** Hold-outs do not depend on how an experiment hashes. */
const HOLD_OUT_VERSION = 2;

/**
 * Which variant a unit gets, or why it gets none. It depends on nothing but design and unit, so it need not be
 * kept, and comes out the same wherever it is asked.
 *
 * @param unit what is assigned, such as the id of a user; an empty one is never assigned
 * @example
 * assignVariant(
 *   { seed: 'tone', hashVersion: 2, variants: 2, coverage: 1, weights: null, namespace: null, holdOut: null },
 *   'user 42',
 * ) // { is: 'assigned', variant: 1, bucket: 0.9725 }
 */
export function assignVariant(design: AssignmentDesign, unit: string): Assignment {
  const { seed, hashVersion, variants, coverage, weights, namespace, holdOut } = design;
  if (unit === '') return { is: 'left-out', why: 'no-unit' };
  if (holdOut !== null && isHeldOut(unit, holdOut)) return { is: 'left-out', why: 'hold-out' };
  if (namespace !== null && !inNamespace(unit, namespace)) return { is: 'left-out', why: 'namespace' };
  const bucket = bucketOf(seed, unit, hashVersion);
  const variant = variantAt(bucket, bucketRanges(variants, coverage, weights));
  return variant === null ? { is: 'left-out', why: 'coverage' } : { is: 'assigned', variant, bucket };
}

function isHeldOut(unit: string, { name, share }: HoldOut): boolean {
  return bucketOf(name, unit, HOLD_OUT_VERSION) < share;
}
