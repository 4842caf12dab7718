/** One figure of the benchmark: what was measured, what came out, and what it must not exceed, or must reach. */
export interface BenchRow {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly limit?: number;
  readonly least?: number;
}
