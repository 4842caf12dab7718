import { estimateTokenCount } from 'tokenx';
import { redactSecrets } from '../../base/text/secrets.js';
import { type LeftOutReason, leftOutByName } from '../files/left-out.js';
import type { FileListing } from '../files/list-files.js';
import { readSource } from '../files/read-source.js';
import { readSources } from '../files/read-sources.js';
import { commitsPart } from './commits-part.js';
import { type ContextPart, type DraftPart, filePart } from './context-part.js';
import { conventionsAmong, manifestsAmong } from './known-files.js';
import { manifestSummary } from './manifest-summary.js';
import { type FileMeasures, measureFile, rankFiles } from './rank-files.js';
import { requestTerms } from './request-terms.js';
import { treePart } from './tree-part.js';

/** A file of which nothing is shown, although it is of interest or could be read. */
export interface LeftOutFile {
  readonly path: string;
  readonly reason: LeftOutReason | 'budget';
}

export interface RepositoryContext {
  /** Markdown; empty when there is nothing to tell, or no room. */
  readonly text: string;
  readonly tokens: number;
  readonly parts: readonly ContextPart[];
  readonly leftOut: readonly LeftOutFile[];
  /** How many files were found, and whether these are all. */
  readonly files: { readonly count: number; readonly complete: boolean };
}

/** What of the budget each kind may take. What they leave goes to the related files. */
const SHARES = { tree: 0.15, manifest: 0.1, convention: 0.2, commits: 0.05 };
/** The most of what is left that one related file may take, so that there are several. */
const LARGEST_RELATED = 0.3;
/** Less of a file than this, in tokens, tells nothing. */
const LEAST_RELATED = 80;
const MOST_RELATED = 40;
const MOST_LEFT_OUT = 500;
const HEADING = '## Repository';

/** A context in the making. */
export class ContextSnapshot {
  readonly #root: string;
  readonly #listing: FileListing;
  readonly #budget: number;
  readonly #parts: DraftPart[] = [];
  readonly #leftOut = new Map<string, LeftOutFile['reason']>();
  readonly #shown = new Set<string>();
  #left: number;

  constructor(root: string, listing: FileListing, budget: number) {
    this.#root = root;
    this.#listing = listing;
    this.#budget = budget;
    this.#left = budget - estimateTokenCount(HEADING) - 4;
  }

  async take(request: string): Promise<void> {
    const tree = treePart(this.#listing, Math.min(this.#left, this.#budget * SHARES.tree));
    if (tree !== null) this.#keep(tree);
    for (const path of this.#listing.paths) this.#noteByName(path);
    await this.#takeFiles('manifest', manifestsAmong(this.#listing.paths));
    await this.#takeFiles('convention', conventionsAmong(this.#listing.paths));
    const limit = Math.min(this.#left, this.#budget * SHARES.commits);
    const commits = await commitsPart(this.#root, limit);
    this.#left -= commits?.tokens ?? 0;
    await this.#takeRelated(request);
    if (commits !== null) this.#parts.push(commits);
  }

  result(): RepositoryContext {
    const text = this.#text();
    const tokens = estimateTokenCount(text);
    const parts = this.#parts.map(({ text: _, ...told }) => told);
    const leftOut = Array.from(this.#leftOut, ([path, reason]) => ({ path, reason }));
    const { paths, complete } = this.#listing;
    return { text, tokens, parts, leftOut, files: { count: paths.length, complete } };
  }

  /** Parts are counted one by one; what their joints may add beyond that is paid by the last. */
  #text(): string {
    for (; this.#parts.length > 0; this.#parts.pop()) {
      const text = [HEADING, ...this.#parts.map((drawn) => drawn.text)].join('\n\n');
      if (estimateTokenCount(text) <= this.#budget) return text;
    }
    return '';
  }

  async #takeFiles(kind: 'manifest' | 'convention', paths: readonly string[]): Promise<void> {
    let share = Math.min(this.#left, this.#budget * SHARES[kind]);
    for (const path of paths) {
      // A long one leaves half to those behind it.
      const limit = path === paths.at(-1) ? share : Math.max(share / 2, share / paths.length);
      share -= await this.#takeFile(kind, path, limit);
    }
  }

  /** What it took. */
  async #takeFile(kind: DraftPart['kind'], path: string, limit: number): Promise<number> {
    if (this.#shown.has(path)) return 0;
    const file = await readSource(this.#root, path);
    if (file.kind === 'left-out') {
      this.#note(path, file.reason);
      return 0;
    }
    if (file.text.trim() === '') return 0;
    const content = redactSecrets(kind === 'manifest' ? manifestSummary(path, file.text) : file.text);
    const drawn = filePart(kind, path, content, Math.min(limit, this.#left));
    if (drawn === null) this.#note(path, 'budget');
    else this.#keep(drawn);
    return drawn?.tokens ?? 0;
  }

  async #takeRelated(request: string): Promise<void> {
    const ranked = rankFiles(await this.#measure(request)).slice(0, MOST_RELATED);
    const most = Math.max(this.#left * LARGEST_RELATED, LEAST_RELATED);
    for (const { path } of ranked) {
      if (this.#left >= LEAST_RELATED) await this.#takeFile('related', path, most);
      else if (!this.#shown.has(path)) this.#note(path, 'budget');
    }
  }

  async #measure(request: string): Promise<FileMeasures[]> {
    const terms = requestTerms(request);
    const readable = this.#listing.paths.filter((path) => leftOutByName(path) === null);
    const measures: FileMeasures[] = [];
    await readSources(this.#root, readable, (path, file) => {
      if (file.kind === 'text') measures.push(measureFile(path, file.text, terms));
      else this.#note(path, file.reason);
    });
    return measures;
  }

  #keep(drawn: DraftPart): void {
    this.#parts.push(drawn);
    this.#left -= drawn.tokens;
    if (drawn.path === undefined) return;
    this.#shown.add(drawn.path);
    this.#leftOut.delete(drawn.path);
  }

  #noteByName(path: string): void {
    const reason = leftOutByName(path);
    if (reason !== null) this.#note(path, reason);
  }

  #note(path: string, reason: LeftOutFile['reason']): void {
    if (this.#leftOut.size < MOST_LEFT_OUT) this.#leftOut.set(path, reason);
  }
}
