/** Some of the items of a batch: those from one position to another, with both. */
export interface ItemRange {
  readonly first: number;
  readonly last: number;
}
