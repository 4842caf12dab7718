/** A page of a session's folder. */
export interface SessionPage {
  readonly name: string;
  /** What a link to it says. */
  readonly title: string;
  readonly text: string;
}
