import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Environment } from '../base/environment.js';
import { ConfigError } from './errors.js';
import { homeFolder } from './paths.js';

/**
 * Where the store is, from what is configured: a path is made absolute, with `~/` for the home folder, as no
 * shell has read a file; and "env" stands for DATABASE_URL, which belongs to the user's own application and
 * is read only then.
 *
 * @param folder what a relative path is meant from
 * @throws ConfigError when the value is "env", and DATABASE_URL is not set
 */
export function storeAddress(store: string, env: Environment, folder: string): string {
  const address = store === 'env' ? env.DATABASE_URL : store;
  if (address === undefined) {
    throw new ConfigError('store is "env", and DATABASE_URL is not set.', { hint: 'Set it, or give --db.' });
  }
  const path = address.replace(/^(?:file:(?:\/\/(?=\/))?)/, '');
  if (isInHome(path)) return join(homeFolder(env), path.slice(1));
  return isRelativePath(path) ? resolve(folder, path) : path;
}

/**
 * A store as it is written into a configuration file: a relative path is given from the working folder, and
 * would be read from the file's. It becomes absolute, or stays relative for a file that others share.
 *
 * @param folder the folder of a shared file; null for a file of one's own
 */
export function storeAsWritten(store: string, cwd: string, folder: string | null): string {
  if (store === 'env' || store.startsWith('file:') || !isRelativePath(store)) return store;
  const path = resolve(cwd, store);
  return folder === null ? path : relative(folder, path);
}

function isRelativePath(address: string): boolean {
  return !address.includes('://') && address !== ':memory:' && !isAbsolute(address) && !isInHome(address);
}

function isInHome(address: string): boolean {
  return /^~[/\\]/.test(address);
}
