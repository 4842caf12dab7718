/** What a shell can offer: words of ours, or the names of files or folders, which it knows itself. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly OfferedWord[] }
  | { readonly kind: 'file' | 'folder' };

export interface OfferedWord {
  readonly word: string;
  readonly description: string;
}

export const nothing: Offer = { kind: 'words', words: [] };

/** Those of the words that begin with what was typed. */
export function wordsOf(
  entries: Iterable<readonly [word: string, description: string]>,
  typed: string,
): Offer {
  const words = Array.from(entries, ([word, description]) => ({ word, description }));
  return { kind: 'words', words: words.filter(({ word }) => word.startsWith(typed)) };
}
