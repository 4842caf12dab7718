import type { LeftOutReason } from '../files/left-out.js';
import { leftOutByName } from '../files/left-out.js';
import { listFiles } from '../files/list-files.js';
import { readSource } from '../files/read-source.js';
import { shownPath } from '../text/shown-path.js';
import { ToolRefusedError } from './errors.js';
import { placeInRoot } from './place-in-root.js';
import type { RepositoryTool } from './repository-tool.js';
import { optionalNumber, requiredText } from './tool-input.js';
import { toolOutput } from './tool-output.js';

const REFUSALS: Readonly<Record<LeftOutReason, string>> = {
  secret: 'holds credentials and is not shown',
  'lock-file': 'is made by a package manager and is not shown',
  binary: 'is not a text',
  'too-large': 'is larger than 1 MB and is not shown; search in it',
  'no-file': 'is not a file',
  unreadable: 'is not there, or cannot be read',
};

export function readFileTool(root: string): RepositoryTool {
  return {
    name: 'read_file',
    description: 'Reads a text file of the project, or a range of its lines, which it numbers.',
    inputSchema: {
      type: 'object',
      properties: {
        path: { type: 'string', description: 'Relative to the project.' },
        from_line: { type: 'integer', minimum: 1, description: 'The first line wanted, 1 without it.' },
        to_line: { type: 'integer', minimum: 1, description: 'The last line wanted, the last without it.' },
      },
      required: ['path'],
      additionalProperties: false,
    },
    async run(input) {
      const bounds = { least: 1, most: Number.MAX_SAFE_INTEGER };
      const from = optionalNumber(input, 'from_line', bounds) ?? 1;
      const to = optionalNumber(input, 'to_line', bounds) ?? bounds.most;
      const lines = await linesOf(root, requiredText(input, 'path'));
      const wanted = lines.slice(from - 1, to);
      if (wanted.length === 0)
        throw new ToolRefusedError(`There is nothing there: it has ${lines.length} lines.`);
      const numbered = wanted.map((line, at) => `${from + at}\t${line}`);
      return toolOutput(numbered, (shown) => `cut here: read on with from_line ${from + shown}`);
    },
  };
}

/** Of a listing that was cut nobody can tell. */
async function isLeftOut(root: string, place: string): Promise<boolean> {
  const { paths, complete } = await listFiles(root);
  return complete && !paths.includes(place);
}

async function linesOf(root: string, path: string): Promise<string[]> {
  const place = await placeInRoot(root, path);
  const byName = leftOutByName(path);
  const file =
    byName === null ? await readSource(root, place) : { kind: 'left-out' as const, reason: byName };
  if (file.kind === 'left-out') throw new ToolRefusedError(`${shownPath(path)} ${REFUSALS[file.reason]}.`);
  if (await isLeftOut(root, place)) {
    throw new ToolRefusedError(
      `${shownPath(path)} is left out of the repository (.gitignore) and is not shown.`,
    );
  }
  const lines = file.text.split(/\r?\n/);
  // The end of the last line begins no other.
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
