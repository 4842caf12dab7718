import { posix } from 'node:path';
import { languageOf } from '../files/language.js';

/** Names of files that have no ending that tells. */
const KNOWN_NAMES = new Set(
  `Dockerfile Gemfile Jenkinsfile LICENSE Makefile Procfile Rakefile Vagrantfile .gitignore .editorconfig
   .dockerignore .npmrc .prettierrc .eslintrc .env .env.example go.mod go.sum`.split(/\s+/),
);
/** `object.member` looks like a file of these, and results of a program often are. */
const DOUBTFUL_ENDING = /\.(?:[a-z]|json|sql|xml|html?|md|txt|csv|css|r)$/i;

/** `xxx_add_users.py`: the number is not known yet. */
const PLACEHOLDER = /x{3}|n{3}|y{4}|#{2}|0{3}_/i;

/** A path as a plan names it. */
export interface PathName {
  /** Normalised: with slashes, without `./`, an end in a slash, or a line number. */
  readonly path: string;
  /** Whether it can be nothing but a path, so that it may be told as missing. */
  readonly certain: boolean;
}

/**
 * The path that a word of a plan is; null when it is none. Not addresses, options, versions, patterns,
 * names of packages, nor words such as `and/or`.
 *
 * @param folders the folders at the root of the project
 */
export function pathName(word: string, folders: ReadonlySet<string>): PathName | null {
  const bare = word.replace(/[.,:!?]+$/, '').replace(/(?::\d+(?:[-:]\d+)?|#L\d+(?:-L?\d+)?)$/, '');
  if (
    !/^[\w@.+~ ()[\]-]*(?:\/[\w@.+ ()[\]-]*)*$/.test(bare) ||
    /\s|^[-~@/]|\(\)|\.\.\.|^\.\.|^v?\d[\d.]*$/.test(bare)
  ) {
    return null;
  }
  const path = posix.normalize(bare).replace(/\/$/, '');
  const name = posix.basename(path);
  if (path === '.' || name === '' || PLACEHOLDER.test(name)) return null;
  const isFile = KNOWN_NAMES.has(name) || (languageOf(name) !== null && /^[^.]|^\.[^.]+\./.test(name));
  if (path.includes('/')) return inFolder(path, isFile, folders);
  return isFile ? { path, certain: isCertainName(name) } : null;
}

/** Without an ending it has to begin with a folder that is there: `input/output` does not. */
function inFolder(path: string, isFile: boolean, folders: ReadonlySet<string>): PathName | null {
  const known = folders.has(path.split('/')[0] ?? '');
  if (isFile) return { path, certain: true };
  // `src/base/errors` may leave out the ending, or be a package's export.
  return known ? { path, certain: false } : null;
}

/** `Node.js`, `Vue.js` and `D3.js` are no files. */
function isCertainName(name: string): boolean {
  return !DOUBTFUL_ENDING.test(name) && !/^(?:[A-Z][A-Za-z\d]*|node|next|vue|react|express)\.js$/.test(name);
}
