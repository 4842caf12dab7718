/**
 * The files of a workspace. Names are relative to it, with "/" between their parts; none leads out of it,
 * by symbolic links neither.
 */
export interface WorkspaceFiles {
  /** The workspace's folder, as messages name it. */
  readonly location: string;
  /** The whole file; null when there is none. */
  read(name: string): Promise<Buffer | null>;
  /** The names of the files in a folder, in alphabetical order; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Writes a file whole or not at all; it is on disk when this returns. Folders that are missing are made. */
  replace(name: string, content: string | Uint8Array): Promise<void>;
  /** The same for a name that must be free: false, and nothing written, when it is not. */
  claim(name: string, content: string): Promise<boolean>;
  /** Gives a file another name, in place of what had it. */
  move(from: string, to: string): Promise<void>;
  /** Removes a file; no file is no fault. */
  remove(name: string): Promise<void>;
}
