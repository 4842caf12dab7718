import { languageOf } from '../files/language.js';
import { leftOutByName } from '../files/left-out.js';
import { readSources } from '../files/read-sources.js';
import { definitionsIn } from '../symbols/definitions.js';

/** Texts name what is not there, and data has no symbols. */
const NO_SOURCES = new Set(['Markdown', 'Text', 'JSON', 'CSS']);
const WORD = /[\p{L}\p{N}_$]+/gu;

/** Where names stand in the sources of a project. */
export class SymbolIndex {
  readonly #files = new Map<string, Set<string>>();
  readonly #declaring = new Map<string, string[]>();

  /** Reads all sources once, keeping only what it finds of the names. */
  static async read(
    root: string,
    paths: readonly string[],
    names: ReadonlySet<string>,
  ): Promise<SymbolIndex> {
    const index = new SymbolIndex();
    if (names.size > 0) {
      await readSources(root, paths.filter(isSource), (path, file) => {
        if (file.kind === 'text') index.#add(path, file.text, names);
      });
    }
    return index;
  }

  /** Whether one file has all of them. */
  hasTogether(names: readonly string[]): boolean {
    const [first, ...others] = names.map((name) => this.#files.get(name) ?? new Set<string>());
    return first !== undefined && Array.from(first).some((path) => others.every((files) => files.has(path)));
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** The files that declare it, in the order of their paths. */
  declaring(name: string): readonly string[] {
    return this.#declaring.get(name) ?? [];
  }

  #add(path: string, text: string, names: ReadonlySet<string>): void {
    const found = new Set<string>();
    for (const [word] of text.matchAll(WORD)) if (names.has(word)) found.add(word);
    for (const name of found) {
      const files = this.#files.get(name) ?? new Set();
      this.#files.set(name, files.add(path));
    }
    if (found.size === 0) return;
    for (const name of new Set(definitionsIn(text).map((definition) => definition.name))) {
      if (found.has(name)) this.#declaring.set(name, [...(this.#declaring.get(name) ?? []), path]);
    }
  }
}

function isSource(path: string): boolean {
  const language = languageOf(path);
  return language !== null && !NO_SOURCES.has(language) && leftOutByName(path) === null;
}
