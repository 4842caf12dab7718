import { posix } from 'node:path';

/** Finds the files that a path of a plan may mean. */
export class PathFinder {
  readonly #paths: ReadonlySet<string>;
  readonly #folders = new Set<string>();
  /** By their last part. */
  readonly #byName = new Map<string, string[]>();

  constructor(paths: readonly string[]) {
    this.#paths = new Set(paths);
    for (const path of paths) {
      this.#remember(path);
      let folder = posix.dirname(path);
      for (; folder !== '.' && !this.#folders.has(folder); folder = posix.dirname(folder)) {
        this.#folders.add(folder);
        this.#remember(folder);
      }
    }
  }

  /** The folders at the root. */
  get topFolders(): ReadonlySet<string> {
    return new Set(Array.from(this.#folders).filter((folder) => !folder.includes('/')));
  }

  /** The path itself when it is there; otherwise all that end like it, an ending left out included. */
  find(path: string): readonly string[] {
    for (const wanted of [path, ...this.#otherEndings(path)]) {
      if (this.#paths.has(wanted) || this.#folders.has(wanted)) return [wanted];
      const among = this.#byName.get(posix.basename(wanted)) ?? [];
      const found = among.filter((some) => some.endsWith(`/${wanted}`));
      if (found.length > 0) return found;
    }
    return [];
  }

  /** TypeScript imports the `.js` that will be made of a `.ts`; module names have no ending at all. */
  #otherEndings(path: string): string[] {
    const compiled = /\.([cm]?)js(x?)$/.exec(path);
    if (compiled !== null) {
      const stem = path.slice(0, compiled.index);
      return [`${stem}.${compiled[1]}ts${compiled[2]}`, `${stem}.tsx`];
    }
    if (posix.extname(path) !== '' || !path.includes('/')) return [];
    const stems = [path, `${path}/index`, `${path}/__init__`];
    return stems.flatMap((stem) =>
      ['.ts', '.tsx', '.js', '.py', '.go', '.rs', '.rb'].map((end) => stem + end),
    );
  }

  #remember(path: string): void {
    const name = posix.basename(path);
    const same = this.#byName.get(name);
    if (same === undefined) this.#byName.set(name, [path]);
    else same.push(path);
  }
}
