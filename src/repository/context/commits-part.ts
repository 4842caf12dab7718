import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import { type Commit, recentCommits } from '../git/recent-commits.js';
import { shownPath } from '../text/shown-path.js';
import { type DraftPart, part } from './context-part.js';

const MOST_COMMITS = 15;
const MOST_FILES = 5;
const LONGEST_SUBJECT = 120;

/** As many of the last commits as fit into a limit in tokens; null when there are none, or none fits. */
export async function commitsPart(root: string, limit: number): Promise<DraftPart | null> {
  const lines = (await recentCommits(root, MOST_COMMITS)).map(commitLine);
  for (let kept = lines.length; kept > 0; kept -= 1) {
    const drawn = part('commits', 'Recent commits', lines.slice(0, kept).join('\n'), { truncated: false });
    if (drawn.tokens <= limit) return { ...drawn, truncated: kept < lines.length };
  }
  return null;
}

function commitLine({ id, date, subject, files }: Commit): string {
  const names = files.slice(0, MOST_FILES).map(shownPath).join(', ');
  const more = files.length > MOST_FILES ? `, … (${files.length} files)` : '';
  const what = forTerminalLine(subject).slice(0, LONGEST_SUBJECT);
  return redactSecrets(`- ${date} ${id} ${what}${names === '' ? '' : `: ${names}${more}`}`);
}
