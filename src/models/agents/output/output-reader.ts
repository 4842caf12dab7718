import type { AnswerDraft } from './answer-draft.js';

/** Reads what an agent prints on stdout while it runs. */
export interface OutputReader {
  /** What has been read so far; it stands after an abort, too. */
  readonly draft: AnswerDraft;
  /** Takes the next piece, cut anywhere between two characters. */
  take(text: string): void;
  /** Takes note that nothing more comes. */
  end(): void;
}
