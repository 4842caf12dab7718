/** The structured reading of a model's execution notes. What is absent or cannot be read is null or empty. */
export interface ExecutionNotes {
  readonly feature: string | null;
  readonly complexity: Complexity | null;
  readonly timeEstimate: TimeEstimate | null;
  readonly risks: readonly Risk[];
  readonly keyFiles: readonly KeyFile[];
  readonly similarFeatures: readonly NoteItem[];
  readonly integrationPoints: readonly NoteItem[];
  readonly testing: readonly NoteItem[];
  readonly performance: readonly NoteItem[];
  readonly security: readonly NoteItem[];
  readonly rollback: readonly NoteItem[];
  readonly implementationOrder: readonly NoteItem[];
  readonly successCriteria: readonly NoteItem[];
  /** Fields of other names, in the order of the text. */
  readonly other: readonly OtherField[];
  /** Lines that no field took, in the order of the text within each field. */
  readonly unread: readonly string[];
}

/** The levels that are known; a range has two of them. */
export type ComplexityLevel = 'Very Low' | 'Low' | 'Medium' | 'High' | 'Very High';

/** How hard the feature is, as the notes say it. */
export interface Complexity {
  /** As written, in title case where the levels are known: `Medium-High`, `Low to Medium`. */
  readonly text: string;
  /** The lower end of a range; equal to `max` for a single level, null for a scale that is not known. */
  readonly min: ComplexityLevel | null;
  readonly max: ComplexityLevel | null;
  /** What the text says after the level, such as its reason. */
  readonly note: string | null;
}

/** A span of work, as a range. */
export interface Duration {
  /** In hours; null when the text gives none, such as one in days or one without a lower bound. */
  readonly minHours: number | null;
  readonly maxHours: number | null;
}

/** The estimate in all, with its phases. */
export interface TimeEstimate extends Duration {
  /** As written; null when the notes give phases but no total. */
  readonly text: string | null;
  readonly phases: readonly Phase[];
}

/** One phase of the estimate, or a part of one. */
export interface Phase extends Duration {
  readonly name: string;
  /** What is written beside the name: `2-3 hours (with the review)`. */
  readonly text: string;
  readonly items: readonly Phase[];
}

/** Something that could go wrong, and what is done about it. */
export interface Risk {
  readonly risk: string;
  readonly description: string | null;
  readonly mitigations: readonly string[];
}

/** A file that the notes name. */
export interface KeyFile {
  readonly path: string;
  /** A line or a range of lines given with the path, such as `27-39`. */
  readonly lines: string | null;
  readonly note: string | null;
}

/** An entry of a list: `Unit Tests: each module alone` has a title, most have only a text. */
export interface NoteItem {
  readonly title: string | null;
  readonly text: string;
  readonly items: readonly NoteItem[];
}

/** A field of a name that is not known. */
export interface OtherField {
  readonly title: string;
  /** As written below or beside the title. */
  readonly text: string;
}
