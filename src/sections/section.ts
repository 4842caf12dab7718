/**
 * One section that an answer is expected to have.
 *
 * `name` is the canonical name as a prompt asks for it; `synonyms` are other names that models give it,
 * believed only where they stand in the form and depth of the other sections' headings.
 *
 * @example
 * const notes: ExpectedSection<'notes'> = { key: 'notes', name: 'EXECUTION_NOTES', synonyms: ['Notes'] };
 */
export interface ExpectedSection<K extends string = string> {
  readonly key: K;
  readonly name: string;
  readonly synonyms?: readonly string[];
}

/** How a section announced itself in the answer. */
export type SectionForm = 'heading' | 'setext' | 'bold' | 'plain' | 'bullet' | 'xml' | 'json';

/** `exact` is said only where nothing in the answer allows another reading. */
export type Confidence = 'exact' | 'inferred';

/**
 * One section of an answer. All offsets are UTF-16 units into the whole answer, the end exclusive.
 */
export interface Section<K extends string = string> {
  readonly key: K;
  /** The body without its outer fence, common indentation and agent output; otherwise untouched. */
  readonly text: string;
  /** First character of the heading (of the key, in JSON). */
  readonly start: number;
  /** End of the body, including what closes it: an outer fence, a tag, a quotation mark. */
  readonly end: number;
  /** Range of the body as it stands in the answer, without its outer fence. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly form: SectionForm;
  readonly confidence: Confidence;
  /** Why the section is only `inferred`; null when it is `exact`. */
  readonly reason: string | null;
  /** Whether the answer breaks off inside this section, as far as the text shows. */
  readonly truncated: boolean;
}

/** A range of the answer, in UTF-16 units, the end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A further section of a name that was already found; its text is left over. */
export interface DuplicateSection<K extends string = string> extends TextRange {
  readonly key: K;
}

/**
 * What a piece of left-over text is: talk `before`, `between` or `after` the sections, a terminal
 * `agent`'s own output, a `duplicate` section, a `fence` around the whole answer, or `blank`.
 */
export type LeftOverKind = 'before' | 'between' | 'after' | 'agent' | 'duplicate' | 'fence' | 'blank';

/** A piece of the answer that belongs to no section's body. */
export interface LeftOver extends TextRange {
  readonly kind: LeftOverKind;
}

/** What is missing, what came twice, what broke off, and what belongs to no section. */
export interface SectionReport<K extends string = string> {
  readonly missing: readonly K[];
  readonly duplicates: readonly DuplicateSection<K>[];
  readonly truncated: readonly K[];
  readonly leftOver: readonly LeftOver[];
}

/**
 * The sections of an answer, `null` where one is absent, and the report on the whole.
 *
 * Every character belongs to exactly one piece: left-over ranges are disjoint and ascending; section
 * ranges are disjoint; and the two overlap only where `agent` output lies inside a section's range, in
 * which case it belongs to the left-over. {@link answerPieces} lists the pieces.
 */
export interface SectionExtraction<K extends string = string> {
  readonly sections: Readonly<Record<K, Section<K> | null>>;
  readonly report: SectionReport<K>;
}
