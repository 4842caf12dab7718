import type { TextHunk } from '../../../prompts/diff-text.js';
import type { HunkView } from '../diff-outputs.js';

/** Hunks as they are shown. */
export function hunkViews(hunks: readonly TextHunk[]): HunkView[] {
  return hunks.map(({ words, ...hunk }) => ({ ...hunk, ...(words && { words: [...words] }) }));
}
