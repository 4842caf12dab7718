import { bucketOf } from './bucket.js';

/**
 * A part of the units that an experiment has for itself: experiments with other parts of the same name never share
 * any.
 */
export interface Namespace {
  readonly name: string;
  /** From 0 on. */
  readonly from: number;
  /** Not itself part of it. */
  readonly to: number;
}

/**
 * Whether a unit belongs to a part of a namespace; the same as GrowthBook's.
 *
 * @example inNamespace('1', { name: 'namespace1', from: 0.4, to: 1 }) // true
 */
export function inNamespace(unit: string, { name, from, to }: Namespace): boolean {
  const bucket = bucketOf(`__${name}`, unit, 1);
  return bucket >= from && bucket < to;
}
