/** A figure, how far it is off, and by how many degrees of freedom that is known. */
export interface Estimate {
  readonly estimate: number;
  /** The standard deviation of the estimate. */
  readonly standardError: number;
  readonly df: number;
}
