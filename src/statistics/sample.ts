/** What is known of a group: all that means, and what is made of them, need. */
export interface Sample {
  /** How many independent units. */
  readonly count: number;
  readonly mean: number;
  /** Of one unit, in the square of the mean's unit; the variance of the mean is this divided by `count`. */
  readonly variance: number;
}

/** The two groups of a comparison. Differences are treatment minus control. */
export interface Groups<Group> {
  readonly control: Group;
  readonly treatment: Group;
}

/** The variance of a sample's mean. */
export function varianceOfMean({ variance, count }: Sample): number {
  return variance / count;
}
