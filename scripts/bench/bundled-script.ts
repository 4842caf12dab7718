import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';

const ROOT = join(import.meta.dirname, '../..');
const ENTRY = 'script.mjs';

/** A script beside this file with all that it uses, bundled as the program is: what is measured is what runs. */
export class BundledScript {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async of(script: string): Promise<BundledScript> {
    const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-bundled-'));
    await build({
      input: join(import.meta.dirname, script),
      platform: 'node',
      external: ['@photostructure/sqlite', '@dbos-inc/dbos-sdk'],
      resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
      treeshake: { moduleSideEffects: false },
      logLevel: 'warn',
      output: { dir: folder, format: 'esm', entryFileNames: ENTRY, minify: true },
    });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    return new BundledScript(folder);
  }

  /**
   * Runs it in a process of its own.
   *
   * @returns the JSON that it prints
   */
  run<Figures>(words: readonly string[]): Figures {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(this.#folder, ENTRY), ...words], {
      encoding: 'utf8',
    });
    // A warning that Node prints there is a fault of the program too.
    if (status !== 0 || stderr !== '') throw new Error(`${words.join(' ')} could not be measured: ${stderr}`);
    return JSON.parse(stdout);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
