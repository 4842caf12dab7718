/** What happened to a file. */
export type FileChange = 'created' | 'modified' | 'deleted' | 'renamed';

/** A file as a report tells of it. */
export interface ReportedFile {
  /** As it is written there; the new one for a file that was renamed. */
  readonly path: string;
  readonly previousPath: string | null;
  /** Null when the report does not say. */
  readonly change: FileChange | null;
  readonly purpose: string | null;
  readonly changes: readonly string[];
}

/** A test file, or a sentence about tests. */
export interface ReportedTest {
  readonly text: string;
  /** The file that the text begins with, if it does. */
  readonly path: string | null;
  readonly details: readonly string[];
}

/** Something that a user can do now. */
export interface ReportedFeature {
  readonly name: string;
  readonly details: readonly string[];
}

/** The parts of an implementation report that could be read. A part that is absent is empty. */
export interface ImplementationReport {
  readonly files: readonly ReportedFile[];
  readonly tests: readonly ReportedTest[];
  /** The steps by which the work can be verified. A step with commands has several lines. */
  readonly verification: readonly string[];
  /** What the report confirms, without check marks. */
  readonly confirmations: readonly string[];
  /** What it lists as open or failed: a cross, a warning sign, an empty box. */
  readonly unconfirmed: readonly string[];
  readonly features: readonly ReportedFeature[];
  /** The lines that fit none of the above. */
  readonly unread: readonly string[];
}

/** What a reader of one section made of it, and the lines that it could not make anything of. */
export interface Reading<T> {
  readonly value: T;
  readonly unread: readonly string[];
}
