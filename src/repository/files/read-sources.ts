import { readSource, type SourceFile } from './read-source.js';

/** Enough to keep a disk busy. */
const AT_ONCE = 16;
/** Of one file, in bytes: what it is about stands in its beginning. */
const MOST_OF_ONE = 64_000;
/** Of all, in bytes. */
const MOST_OF_ALL = 96 << 20;

/**
 * Reads the beginnings of many files, in their order, until a bound is reached; the rest is not read.
 *
 * @param take is given each file that was read, and must keep only what it needs of it
 */
export async function readSources(
  root: string,
  paths: readonly string[],
  take: (path: string, file: SourceFile) => void,
): Promise<void> {
  let read = 0;
  for (let at = 0; at < paths.length && read < MOST_OF_ALL; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    const files = await Promise.all(some.map((path) => readSource(root, path, MOST_OF_ONE)));
    for (const [index, path] of some.entries()) {
      const file = files[index];
      if (file === undefined) continue;
      if (file.kind === 'text') read += file.text.length;
      take(path, file);
    }
  }
}
