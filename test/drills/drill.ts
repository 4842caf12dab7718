/** A drill at full length. */
export interface Drill {
  /** The word that chooses it. */
  readonly name: string;
  readonly title: string;
  run(): Promise<DrillOutcome>;
}

export type DrillOutcome =
  | { readonly is: 'skipped'; readonly why: string }
  | { readonly is: 'done'; readonly figures: DrillFigures; readonly faults: readonly string[] };

/** What was counted, by what it is. */
export type DrillFigures = Readonly<Record<string, number>>;

/** The outcome of a drill that could be done. */
export function doneWith(figures: DrillFigures, faults: readonly string[]): DrillOutcome {
  return { is: 'done', figures, faults };
}

export function skipped(why: string): DrillOutcome {
  return { is: 'skipped', why };
}
