/** What a plan names. */
export type ReferenceKind = 'path' | 'symbol';

export type ReferenceState =
  | 'exists'
  /** The plan itself says that it will make it. */
  | 'to-be-created'
  | 'missing'
  /** Several files end like it, or several declare it. */
  | 'ambiguous';

export interface PlanReference {
  /** As the plan writes it; a path without line numbers and a leading `./`. */
  readonly text: string;
  readonly kind: ReferenceKind;
  readonly state: ReferenceState;
  /** Where it is named first, from 1. */
  readonly line: number;
  /** The files that are meant or may be, relative to the root; at most ten. */
  readonly candidates: readonly string[];
}

export interface PlanCheck {
  /** Each once, in the order of the plan. */
  readonly references: readonly PlanReference[];
}
