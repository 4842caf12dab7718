import { confinedPath, exists, LeadsOutside } from '../../base/files/confined-path.js';
import { listFiles } from '../files/list-files.js';
import { PathFinder } from './path-finder.js';
import { pathName } from './path-name.js';
import type { PlanCue } from './plan-cue.js';
import { type PlanMention, planMentions } from './plan-mentions.js';
import type { PlanCheck, PlanReference } from './plan-reference.js';
import { SymbolIndex } from './symbol-index.js';
import { symbolName } from './symbol-name.js';

const MOST_CANDIDATES = 10;
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*(?:[._-](?:test|spec)|Tests?)\.\w+)$|^(?:tests?|spec)\//;

/** All mentions of one name, taken together. */
interface Named {
  readonly text: string;
  readonly line: number;
  /** `create` when any mention says so, otherwise `change` when any does. */
  cue: PlanCue;
}

interface NamedPath extends Named {
  certain: boolean;
}

interface NamedSymbol extends Named {
  readonly parts: readonly string[];
}

/**
 * Compares what a plan names with what is there, without a model. It tells only what it is sure of: a
 * name that is neither there, nor about to be made, nor certain to be one is not told at all.
 *
 * @param root the codebase's folder, absolute
 */
export async function checkPlan(root: string, plan: string): Promise<PlanCheck> {
  const { paths } = await listFiles(root);
  const finder = new PathFinder(paths);
  const { files, symbols } = sortMentions(planMentions(plan), finder.topFolders);
  const wanted = new Set(Array.from(symbols.values()).flatMap(({ parts }) => parts));
  const index = await SymbolIndex.read(root, paths, wanted);
  const created = Array.from(files).flatMap(([path, { cue }]) => (cue === 'create' ? [path] : []));
  const pathReferences = await Promise.all(
    Array.from(files, ([path, named]) => pathReference(root, path, named, finder, created)),
  );
  const named = new Set(pathReferences.flatMap((reference) => reference?.candidates ?? []));
  const symbolReferences = Array.from(symbols.values(), (symbol) => symbolReference(symbol, index, named));
  const told = [...pathReferences, ...symbolReferences].filter((reference) => reference !== null);
  return { references: told.sort((a, b) => a.line - b.line) };
}

function sortMentions(mentions: readonly PlanMention[], folders: ReadonlySet<string>) {
  const files = new Map<string, NamedPath>();
  const symbols = new Map<string, NamedSymbol>();
  for (const { text, line, code, cue } of mentions) {
    const path = pathName(text, folders);
    const symbol = path === null && code ? symbolName(text) : null;
    if (path !== null) {
      const named = files.get(path.path) ?? { text: path.path, line, cue: null, certain: false };
      named.certain ||= path.certain && (code || path.path.includes('/'));
      files.set(path.path, withCue(named, cue));
    } else if (symbol !== null) {
      const key = symbol.parts.join('.');
      symbols.set(key, withCue(symbols.get(key) ?? { text, line, cue: null, parts: symbol.parts }, cue));
    }
  }
  return { files, symbols };
}

function withCue<Some extends Named>(named: Some, cue: PlanCue): Some {
  if (named.cue !== 'create') named.cue = cue ?? named.cue;
  return named;
}

async function pathReference(
  root: string,
  path: string,
  { text, line, cue, certain }: NamedPath,
  finder: PathFinder,
  created: readonly string[],
): Promise<PlanReference | null> {
  const found = finder.find(path);
  const told = { text, kind: 'path', line, candidates: found.slice(0, MOST_CANDIDATES) } as const;
  const isCreated = created.some(
    (some) => some === path || some.endsWith(`/${path}`) || path.startsWith(`${some}/`),
  );
  // A new `index.ts` ends like many that are there.
  if (isCreated && !found.includes(path)) return { ...told, state: 'to-be-created', candidates: [] };
  if (found.length > 0) return { ...told, state: found.length === 1 ? 'exists' : 'ambiguous' };
  if (await isIgnoredFile(root, path)) return { ...told, state: 'exists', candidates: [path] };
  // A plan seldom says that its tests are new.
  if (cue !== 'change' && TEST_FILE.test(path)) return { ...told, state: 'to-be-created' };
  return certain ? { ...told, state: 'missing' } : null;
}

/** What git ignores is no part of the listing, and may be there. */
async function isIgnoredFile(root: string, path: string): Promise<boolean> {
  try {
    return await exists(await confinedPath(root, path));
  } catch (error) {
    if (error instanceof LeadsOutside || (error instanceof Error && 'code' in error)) return false;
    throw error;
  }
}

function symbolReference(
  { text, line, cue, parts }: NamedSymbol,
  index: SymbolIndex,
  named: ReadonlySet<string>,
): PlanReference | null {
  const name = parts.at(-1) ?? '';
  const owner = parts.at(-2);
  const declaring = owner === undefined ? index.declaring(name) : [];
  const candidates = declaring.slice(0, MOST_CANDIDATES);
  const told = { text, kind: 'symbol', line, candidates } as const;
  if (index.hasTogether(parts)) {
    // The plan itself may say which of them it means.
    const open = declaring.length > 1 && !declaring.some((path) => named.has(path));
    return { ...told, state: open && cue !== 'create' ? 'ambiguous' : 'exists' };
  }
  if (cue === 'create') return { ...told, state: 'to-be-created' };
  const ownerIsDeclared = owner !== undefined && index.declaring(owner).length > 0;
  return cue === 'change' || ownerIsDeclared ? { ...told, state: 'missing' } : null;
}
