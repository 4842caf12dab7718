import { estimateTokenCount } from 'tokenx';
import { byCodeUnits } from '../files/file-order.js';
import { shownPath } from '../text/shown-path.js';

interface Folder {
  readonly name: string;
  readonly depth: number;
  readonly folders: Map<string, Folder>;
  readonly files: string[];
  /** With those in its folders. */
  count: number;
}

interface Tree {
  readonly text: string;
  /** Whether a folder is closed or a name left out. */
  readonly folded: boolean;
}

/** In tokens: the line that tells how many entries are not shown. */
const MORE_COST = 10;

/**
 * The files as an indented list. Folders are opened level by level as long as the list stays within the
 * limit, in tokens; a closed one tells how many files it holds. One that is too large is opened in part.
 */
export function fileTree(paths: readonly string[], limit: number): Tree {
  const root = plant(paths);
  const open = new Map<Folder, number>();
  const waiting = [root];
  let left = limit - MORE_COST;
  let folded = false;
  for (const folder of waiting) {
    const costs = entriesOf(folder, open).map(lineCost);
    // Half is left to the folders behind it.
    const { count, cost } = fitting(costs, left, folder === root ? left : left / 2);
    folded ||= count < costs.length;
    if (count === 0) continue;
    open.set(folder, count);
    left -= cost;
    if (count === costs.length) waiting.push(...folder.folders.values());
  }
  return { text: open.has(root) ? Array.from(linesOf(root, open)).join('\n') : '', folded };
}

/** How many entries fit: all into the whole, or as many as a part of it takes. */
function fitting(costs: readonly number[], whole: number, part: number): { count: number; cost: number } {
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  if (all <= whole) return { count: costs.length, cost: all };
  let cost = MORE_COST;
  let count = 0;
  for (const next of costs) {
    if (cost + next > part) break;
    cost += next;
    count += 1;
  }
  return { count, cost: count === 0 ? 0 : cost };
}

function plant(paths: readonly string[]): Folder {
  const root = newFolder('', 0);
  for (const path of paths) {
    const names = path.split('/');
    const file = names.pop() ?? '';
    let folder = root;
    folder.count += 1;
    for (const name of names) {
      const inner = folder.folders.get(name) ?? newFolder(name, folder.depth + 1);
      folder.folders.set(name, inner);
      inner.count += 1;
      folder = inner;
    }
    folder.files.push(file);
  }
  return root;
}

function newFolder(name: string, depth: number): Folder {
  return { name, depth, folders: new Map(), files: [], count: 0 };
}

function lineCost(line: string): number {
  return estimateTokenCount(line) + 2;
}

function* linesOf(folder: Folder, open: ReadonlyMap<Folder, number>): Generator<string> {
  const entries = entriesOf(folder, open);
  const shown = open.get(folder) ?? 0;
  const folders = foldersOf(folder);
  for (const [at, entry] of entries.slice(0, shown).entries()) {
    yield entry;
    const inner = folders[at];
    if (inner !== undefined && open.has(inner)) yield* linesOf(inner, open);
  }
  if (shown < entries.length) yield `${'  '.repeat(folder.depth)}… and ${entries.length - shown} more`;
}

/** What is right in a folder, a line each: its folders, then its files. */
function entriesOf(folder: Folder, open: ReadonlyMap<Folder, number>): string[] {
  const indent = '  '.repeat(folder.depth);
  const folders = foldersOf(folder).map((inner) => {
    const count = open.has(inner) ? '' : ` (${inner.count} ${inner.count === 1 ? 'file' : 'files'})`;
    return `${indent}${shownPath(inner.name)}/${count}`;
  });
  return [...folders, ...folder.files.map((file) => indent + shownPath(file))];
}

function foldersOf(folder: Folder): Folder[] {
  return Array.from(folder.folders.values()).sort((a, b) => byCodeUnits(a.name, b.name));
}
