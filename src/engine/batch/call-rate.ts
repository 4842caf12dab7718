/** How many calls may begin in some time, spread evenly. */
export interface CallRate {
  readonly calls: number;
  readonly seconds: number;
}

const MICROSECONDS = 1_000_000;

/** The microseconds from the beginning of one call to that of the next. */
export function intervalOf({ calls, seconds }: CallRate): number {
  return (seconds * MICROSECONDS) / calls;
}
