/** One figure of the benchmark: what was measured, what came out, and what it must not exceed. */
export interface BenchRow {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly limit?: number;
}
