import { listFiles } from '../files/list-files.js';
import { shownPath } from '../text/shown-path.js';
import { ToolRefusedError } from './errors.js';
import { placeInRoot } from './place-in-root.js';
import type { RepositoryTool } from './repository-tool.js';
import { optionalText } from './tool-input.js';
import { toolOutput } from './tool-output.js';

export function listFilesTool(root: string): RepositoryTool {
  return {
    name: 'list_files',
    description:
      'Lists the files of the project, or of one of its folders, one path a line. Files that git ignores are left out.',
    inputSchema: {
      type: 'object',
      properties: {
        folder: { type: 'string', description: 'Relative to the project; all of the project without it.' },
      },
      additionalProperties: false,
    },
    async run(input) {
      const folder = await placeInRoot(root, optionalText(input, 'folder') ?? '.');
      const paths = await filesBelow(root, folder);
      if (paths.length === 0)
        throw new ToolRefusedError(`There are no files in ${shownPath(folder || '.')}.`);
      return toolOutput(
        paths.map(shownPath),
        (shown) => `${paths.length - shown} more files: name a folder to see those in it`,
      );
    },
  };
}

/** The files of the project below a folder, or the file of that name. */
export async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const { paths } = await listFiles(root);
  if (folder === '') return paths;
  return paths.filter((path) => path === folder || path.startsWith(`${folder}/`));
}
