import type { Entry } from '../outline/entry.js';
import type { FieldName } from './field-names.js';

/** A stretch of the notes under one title. */
export interface Field {
  /** Null for a title that is no field of ours. */
  readonly name: FieldName | null;
  readonly title: string;
  /** What stands beside the title. */
  readonly inline: string;
  readonly entries: readonly Entry[];
  /** What stands below the title, as written. */
  readonly source: string;
}

/** What a reader made of its fields, and what it could not make anything of. */
export interface Reading<T> {
  readonly value: T;
  readonly unread: readonly string[];
}
