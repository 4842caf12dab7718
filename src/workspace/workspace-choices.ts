import * as z from 'zod/mini';
import { ACTIVE } from './file-names.js';
import type { WorkspaceFiles } from './files/workspace-files.js';
import { withWorkspaceLock } from './lock/workspace-lock.js';

const activeFile = z.object({
  session: z.optional(z.string()),
  project: z.optional(z.string()),
});

type Active = z.output<typeof activeFile>;

/**
 * What is in use in a workspace. It belongs to the workspace and not to a place: whoever names the
 * workspace goes on with the same session, wherever the command runs.
 */
export class WorkspaceChoices {
  readonly #files: WorkspaceFiles;

  constructor(files: WorkspaceFiles) {
    this.#files = files;
  }

  async nearest(_folders: readonly string[], kind: keyof Active): Promise<string | null> {
    return (await this.#read())[kind] ?? null;
  }

  choose(_place: string, kind: keyof Active, chosen: string, _at: Date): Promise<void> {
    return this.#change((active) => ({ ...active, [kind]: chosen }));
  }

  forget(chosen: string): Promise<void> {
    return this.#change((active) =>
      Object.fromEntries(Object.entries(active).filter(([, value]) => value !== chosen)),
    );
  }

  async #change(change: (active: Active) => Active): Promise<void> {
    await withWorkspaceLock(this.#files, async () => {
      const active = change(await this.#read());
      await this.#files.replace(ACTIVE, `${JSON.stringify(active, null, 2)}\n`);
    });
  }

  /** A file that says nothing is as good as none: the choice is made anew with the next command. */
  async #read(): Promise<Active> {
    const content = await this.#files.read(ACTIVE);
    try {
      return z.parse(activeFile, JSON.parse(content?.toString('utf8') ?? '{}'));
    } catch {
      return {};
    }
  }
}
