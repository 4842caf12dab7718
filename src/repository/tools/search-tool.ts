import { readSource } from '../files/read-source.js';
import { shownPath } from '../text/shown-path.js';
import { filesBelow } from './list-files-tool.js';
import { placeInRoot } from './place-in-root.js';
import type { RepositoryTool } from './repository-tool.js';
import { optionalText, optionalTruth, requiredText } from './tool-input.js';
import { toolOutput } from './tool-output.js';

const MOST_MATCHES = 200;
/** What is shown of a line, in UTF-16 units. */
const LINE_LENGTH = 300;
const WORD = /[\p{L}\p{N}_$]/u;

interface Wanted {
  readonly text: string;
  readonly exactCase: boolean;
  readonly wholeWord: boolean;
}

export function searchTool(root: string): RepositoryTool {
  return {
    name: 'search',
    description: `Finds a text in the files of the project: at most ${MOST_MATCHES} lines as path:line: text. The text is taken as it is, it is no regular expression.`,
    inputSchema: {
      type: 'object',
      properties: {
        text: { type: 'string', minLength: 1, description: 'What to find, within one line.' },
        folder: { type: 'string', description: 'Where: a folder or a file; all of the project without it.' },
        whole_word: { type: 'boolean', description: 'Only where it stands as a word of its own.' },
        exact_case: { type: 'boolean', description: 'Tell capitals from small letters.' },
      },
      required: ['text'],
      additionalProperties: false,
    },
    async run(input) {
      const wanted = {
        text: requiredText(input, 'text'),
        exactCase: optionalTruth(input, 'exact_case'),
        wholeWord: optionalTruth(input, 'whole_word'),
      };
      const folder = await placeInRoot(root, optionalText(input, 'folder') ?? '.');
      const found = await findInFiles(root, await filesBelow(root, folder), wanted);
      if (found.length === 0) return 'Nothing was found.';
      const more = found.length > MOST_MATCHES;
      const lines = more ? [...found.slice(0, MOST_MATCHES), '(There is more: search in a folder.)'] : found;
      return toolOutput(lines, () => 'there is more: search in a folder');
    },
  };
}

/** One more than may be shown tells that there are more. */
async function findInFiles(root: string, paths: readonly string[], wanted: Wanted): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const file = await readSource(root, path);
    if (file.kind === 'text') found.push(...findInText(path, file.text, wanted));
    if (found.length > MOST_MATCHES) break;
  }
  return found.slice(0, MOST_MATCHES + 1);
}

function findInText(path: string, text: string, wanted: Wanted): string[] {
  const sameCase = (some: string) => (wanted.exactCase ? some : some.toLowerCase());
  const needle = sameCase(wanted.text);
  if (!sameCase(text).includes(needle)) return [];
  return text.split(/\r?\n/).flatMap((line, at) => {
    const column = findInLine(sameCase(line), needle, wanted.wholeWord);
    return column < 0 ? [] : [`${shownPath(path)}:${at + 1}: ${excerpt(line, column)}`];
  });
}

function findInLine(line: string, needle: string, wholeWord: boolean): number {
  for (let at = line.indexOf(needle); at >= 0; at = line.indexOf(needle, at + 1)) {
    const alone = !WORD.test(line.charAt(at - 1)) && !WORD.test(line.charAt(at + needle.length));
    if (!wholeWord || alone) return at;
  }
  return -1;
}

/** A long line is shown around what was found. */
function excerpt(line: string, column: number): string {
  if (line.length <= LINE_LENGTH) return line.trim();
  const start = Math.max(0, column - LINE_LENGTH / 3);
  return `${start > 0 ? '… ' : ''}${line.slice(start, start + LINE_LENGTH).trim()} …`;
}
