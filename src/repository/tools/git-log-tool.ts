import { forTerminalLine } from '../../base/text/terminal-text.js';
import { recentCommits } from '../git/recent-commits.js';
import { shownPath } from '../text/shown-path.js';
import { placeInRoot } from './place-in-root.js';
import type { RepositoryTool } from './repository-tool.js';
import { optionalNumber, optionalText } from './tool-input.js';
import { toolOutput } from './tool-output.js';

const USUAL = 20;
const MOST = 100;
const MOST_NAMES = 20;

export function gitLogTool(root: string): RepositoryTool {
  return {
    name: 'git_log',
    description: 'Tells the last commits: date, id, subject, and the files that each changed.',
    inputSchema: {
      type: 'object',
      properties: {
        path: { type: 'string', description: 'A file or folder that they have to have changed.' },
        limit: { type: 'integer', minimum: 1, maximum: MOST, description: `How many, ${USUAL} without it.` },
      },
      additionalProperties: false,
    },
    async run(input) {
      const limit = optionalNumber(input, 'limit', { least: 1, most: MOST }) ?? USUAL;
      const place = await placeInRoot(root, optionalText(input, 'path') ?? '.');
      const commits = await recentCommits(root, limit, place === '' ? '.' : place);
      if (commits.length === 0) return 'There are no commits.';
      const lines = commits.flatMap(({ id, date, subject, files }) => [
        `${date} ${id} ${forTerminalLine(subject)}`,
        ...files.slice(0, MOST_NAMES).map((file) => `  ${shownPath(file)}`),
        ...(files.length > MOST_NAMES ? [`  … and ${files.length - MOST_NAMES} more`] : []),
      ]);
      return toolOutput(lines, () => 'cut here: ask for fewer commits');
    },
  };
}
