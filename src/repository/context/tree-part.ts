import { redactSecrets } from '../../base/text/secrets.js';
import type { FileListing } from '../files/list-files.js';
import { fenced } from '../text/fenced.js';
import { type DraftPart, part } from './context-part.js';
import { fileTree } from './file-tree.js';

/** The files as a tree, folded to a limit in tokens; null when nothing fits. */
export function treePart({ paths, complete }: FileListing, limit: number): DraftPart | null {
  const count = `${paths.length} ${paths.length === 1 ? 'file' : 'files'}`;
  const title = complete ? `Files (${count})` : `Files (the first ${count}; there are more)`;
  const draw = (text: string) => part('tree', title, fenced(text, ''), { truncated: false });
  const { text, folded } = fileTree(paths, limit - draw('').tokens);
  const drawn = { ...draw(redactSecrets(text)), truncated: folded || !complete };
  return text === '' || drawn.tokens > limit ? null : drawn;
}
