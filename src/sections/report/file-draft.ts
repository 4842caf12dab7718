import type { FileChange, ReportedFile } from './implementation-report.js';

/** A file while its lines are being read. The setters return whether they took what they were given. */
export class FileDraft {
  readonly path: string;
  readonly previousPath: string | null;
  /** Whether the report called it a file in so many words. */
  readonly labelled: boolean;
  #change: FileChange | null;
  #purpose: string | null;
  readonly #changes: string[] = [];

  constructor(
    path: string,
    previousPath: string | null,
    change: FileChange | null,
    purpose: string | null,
    labelled: boolean,
  ) {
    this.path = path;
    this.previousPath = previousPath;
    this.#change = change;
    this.#purpose = purpose;
    this.labelled = labelled;
  }

  get change(): FileChange | null {
    return this.#change;
  }

  /** Nothing but the path, and perhaps the change, is known. */
  get isBare(): boolean {
    return this.#purpose === null && this.#changes.length === 0;
  }

  setChange(change: FileChange | null): boolean {
    if (change === null) return false;
    this.#change = change;
    return true;
  }

  setPurpose(purpose: string): boolean {
    if (purpose === '' || this.#purpose !== null) return false;
    this.#purpose = purpose;
    return true;
  }

  addChange(text: string): boolean {
    this.#changes.push(text);
    return true;
  }

  /** Appends the next piece of a line that was broken. */
  goOn(text: string): boolean {
    const last = this.#changes.pop();
    if (last !== undefined) this.#changes.push(`${last} ${text}`);
    else this.#purpose = this.#purpose === null ? text : `${this.#purpose} ${text}`;
    return true;
  }

  /** Takes over what another mention of the same file says, where this one says nothing. */
  merge(other: FileDraft): void {
    this.#change ??= other.#change;
    this.#purpose ??= other.#purpose;
    for (const change of other.#changes) this.#changes.push(change);
  }

  finish(): ReportedFile {
    return {
      path: this.path,
      previousPath: this.previousPath,
      change: this.#change,
      purpose: this.#purpose,
      changes: this.#changes,
    };
  }
}
