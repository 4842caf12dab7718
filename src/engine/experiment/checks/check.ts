import type { Json } from '../../../models/spec/model-request.js';

/** What an answer is held against: a text that is the same for all rows, or, if null, what the row expects. */
type Wanted = string | null;

/** How the text of an answer is judged. What comes of it is a score from 0 to 1. */
export type CheckRule =
  /** The same text, white space around it aside. */
  | { readonly kind: 'equals'; readonly wanted: Wanted }
  /** The text is somewhere in it. */
  | { readonly kind: 'contains'; readonly wanted: Wanted }
  /** The pattern is found somewhere in it, see `matchesPattern`. */
  | { readonly kind: 'regex'; readonly pattern: string }
  /** How alike the texts are, see `textLikeness`. */
  | { readonly kind: 'similarity'; readonly wanted: Wanted }
  /** It is JSON, and fits a schema of draft 2020-12. */
  | { readonly kind: 'json-schema'; readonly schema: { readonly [key: string]: Json } };

/** A check with what it is called; the metric of its scores is `score:` and that. */
export interface Check {
  readonly name: string;
  readonly rule: CheckRule;
}

export const checkKinds = [
  'equals',
  'contains',
  'regex',
  'similarity',
  'json-schema',
] as const satisfies readonly CheckRule['kind'][];

/** Whether a check needs what the row expects. */
export function needsExpected({ rule }: Check): boolean {
  return 'wanted' in rule && rule.wanted === null;
}
