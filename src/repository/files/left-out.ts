import { posix } from 'node:path';
import { isSecretFile } from './secret-file.js';

/** Why what is in a file is not shown. */
export type LeftOutReason =
  | 'secret'
  | 'lock-file'
  | 'binary'
  | 'too-large'
  /** It is a link, or no file at all. */
  | 'no-file'
  /** It cannot be read, or its name is not UTF-8. */
  | 'unreadable';

const LOCK_FILES = new Set([
  'bun.lock',
  'cargo.lock',
  'composer.lock',
  'deno.lock',
  'flake.lock',
  'gemfile.lock',
  'go.sum',
  'mix.lock',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'packages.lock.json',
  'pdm.lock',
  'pipfile.lock',
  'pnpm-lock.yaml',
  'podfile.lock',
  'poetry.lock',
  'pubspec.lock',
  'uv.lock',
  'yarn.lock',
]);
const BINARY_ENDINGS = new Set(
  `7z a avi bin bmp bz2 class dat db dll dylib eot exe flac gif gz ico jar jpeg jpg lib lockb mov mp3 mp4 o
   obj ogg otf pdf png pyc pyd rar so sqlite sqlite3 tar tgz tif tiff ttf wasm wav webm webp woff woff2 xls
   xlsx xz zip zst`.split(/\s+/),
);

/** What a file's name alone says against showing what is in it; null when nothing does. */
export function leftOutByName(path: string): LeftOutReason | null {
  const name = posix.basename(path).toLowerCase();
  if (path.includes('\ufffd')) return 'unreadable';
  if (isSecretFile(path)) return 'secret';
  if (LOCK_FILES.has(name)) return 'lock-file';
  return BINARY_ENDINGS.has(posix.extname(name).slice(1)) ? 'binary' : null;
}
