import { gitLogTool } from './git-log-tool.js';
import { listFilesTool } from './list-files-tool.js';
import { readFileTool } from './read-file-tool.js';
import type { RepositoryTool } from './repository-tool.js';
import { searchTool } from './search-tool.js';

/**
 * What a model may do with a codebase: look at it. No path leads out of the root, files that hold
 * credentials are refused, and no answer is longer than 30,000 characters.
 *
 * @param root the folder, absolute
 */
export function repositoryTools(root: string): readonly RepositoryTool[] {
  return [listFilesTool(root), readFileTool(root), searchTool(root), gitLogTool(root)];
}
