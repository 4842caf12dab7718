/** Something that a person may be about to type. */
export interface NameSuggestion {
  readonly name: string;
  readonly description: string;
}
