import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { confinedPath, LeadsOutside } from '../../base/files/confined-path.js';
import type { OtherTemplates } from '../../operations/template/template-deps.js';
import { FileNotFoundError } from '../input/errors.js';
import { readFileWithin } from '../input/read-file.js';
import { TemplateOutsideFolderError } from './errors.js';

/** The templates in a folder and below. */
export class TemplateFolder implements OtherTemplates {
  readonly #root: string;
  readonly #limitBytes: number;
  readonly #beside = new Map<string, readonly string[]>();

  /**
   * @param root an absolute path
   * @param limitBytes how large a template may be
   */
  constructor(root: string, limitBytes: number) {
    this.#root = root;
    this.#limitBytes = limitBytes;
  }

  async fetch(name: string): Promise<Uint8Array | undefined> {
    const path = await this.#pathOf(name);
    if (path === undefined) return undefined;
    try {
      return await readFileWithin(path, this.#limitBytes);
    } catch (error) {
      if (!(error instanceof FileNotFoundError)) throw error;
      await this.#noteNamesBeside(name, path);
      return undefined;
    }
  }

  namesNear(missing: string): readonly string[] {
    return this.#beside.get(missing) ?? [];
  }

  /** Undefined for a name that no file can have. */
  async #pathOf(name: string): Promise<string | undefined> {
    try {
      return await confinedPath(this.#root, name);
    } catch (error) {
      if (error instanceof LeadsOutside) throw new TemplateOutsideFolderError(name, this.#root);
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (IMPOSSIBLE_NAMES.has(code)) return undefined;
      throw error;
    }
  }

  async #noteNamesBeside(name: string, path: string): Promise<void> {
    const files = await readdir(dirname(path)).catch(() => []);
    const folder = name.slice(0, name.length - basename(name).length);
    this.#beside.set(
      name,
      files.map((file) => folder + file),
    );
  }
}

const IMPOSSIBLE_NAMES: ReadonlySet<unknown> = new Set([
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'ERR_INVALID_ARG_VALUE',
]);
