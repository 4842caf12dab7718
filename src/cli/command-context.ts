import type { Environment } from '../base/environment.js';
import { snakeCaseKeys } from '../base/text/snake-case.js';
import type { ConfigChangeDeps } from '../operations/config/config-deps.js';
import type { DbDeps } from '../operations/db/db-deps.js';
import type { Deps } from '../operations/deps.js';
import { InterruptedError } from './interrupted-error.js';
import { renderWarning } from './render/warning.js';
import { writeAbove } from './render/write-above.js';
import type { OutputStream, Streams } from './streams.js';
import { UsageError } from './usage-error.js';

/** What the process gives to the command line: the world, and the ways to open the program's parts. */
export interface CliHost {
  readonly env: Environment;
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly now: () => Date;
  /** The streams, with colour off when `--no-color` says so. */
  streams(options: { readonly colour: boolean }): Streams;
  /** Opens the store and all that operations work with; closed by the host when the command ends. */
  open(request: OpenRequest): Promise<Deps>;
  /** Opens the store without bringing its schema up to date. */
  openAsItIs(request: OpenRequest): Promise<DbDeps>;
  /** The same as `open` to look only: null when there is no store yet, or it has another schema. */
  openToRead(request: OpenRequest): Promise<Deps | null>;
  /**
   * Tells once when somebody wants the work to end: Ctrl-C, SIGTERM, a terminal that is closed. After that,
   * another one ends the process.
   * @returns what ends the listening
   */
  onInterrupt(listener: () => void): () => void;
}

export interface OpenRequest {
  readonly db: string | undefined;
  readonly project: string | undefined;
  /** The folder of a workspace; null for the database, whatever the environment says. */
  readonly workspace?: string | null | undefined;
  /** Whether a workspace has the templates of the database behind its own. */
  readonly useDb?: boolean | undefined;
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** The values of the options that every command takes. */
export interface CommonValues {
  readonly json: boolean;
  readonly project: string | undefined;
  readonly db: string | undefined;
  readonly workspace: string | undefined;
  readonly useDb: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly yes: boolean;
}

/** What a command's function works with. It prints through this and never elsewhere. */
export class CommandContext {
  readonly streams: Streams;
  readonly common: CommonValues;
  readonly env: Environment;
  readonly cwd: string;
  readonly now: Date;
  readonly #host: CliHost;
  /** What was passed over is met with each look; it is told once. */
  readonly #warned = new Set<string>();

  constructor(host: CliHost, streams: Streams, common: CommonValues) {
    this.#host = host;
    this.streams = streams;
    this.common = common;
    this.env = host.env;
    this.cwd = host.cwd;
    this.now = host.now();
  }

  /** Opens the workspace that was named, or else the database. */
  async open(): Promise<Deps> {
    const { db, workspace } = this.common;
    if (db !== undefined && workspace !== undefined) {
      throw new UsageError('--db and --workspace name two places to work in.', { hint: 'Keep one of them.' });
    }
    return this.#open(workspace);
  }

  /** Opens the database, for the commands to which a workspace is the other side. */
  openDatabase(): Promise<Deps> {
    return this.#open(null);
  }

  async #open(workspace: string | null | undefined): Promise<Deps> {
    const deps = await this.#host.open(this.#request(workspace));
    for (const warning of deps.config.warnings) this.note(renderWarning(warning, this.streams.stderr));
    return deps;
  }

  #request(workspace: string | null | undefined): OpenRequest {
    const { db, project, useDb } = this.common;
    return { db, project, workspace, useDb, onWarning: this.warn };
  }

  /** Tells of what was passed over: a program that reads the result shall not take it for the whole. */
  readonly warn = (message: string): void => {
    if (this.common.quiet || this.#warned.has(message)) return;
    this.#warned.add(message);
    const { stderr } = this.streams;
    writeAbove(stderr, renderWarning(message, stderr));
  };

  openAsItIs(): Promise<DbDeps> {
    return this.#host.openAsItIs(this.#request(null));
  }

  /** Does work that Ctrl-C ends in good order: the signal is aborted, and the work decides what is kept. */
  async interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const controller = new AbortController();
    const stopListening = this.#host.onInterrupt(() => controller.abort(new InterruptedError()));
    try {
      return await work(controller.signal);
    } finally {
      stopListening();
    }
  }

  /** Where the configuration comes from, for the commands that work when it is broken. */
  get configSources(): ConfigChangeDeps {
    const { db } = this.common;
    const clock = { now: this.#host.now };
    return { env: this.env, cwd: this.cwd, flags: db === undefined ? {} : { store: db }, clock };
  }

  /** The result: as JSON for a program, or as the text for a person. */
  print(output: unknown, text: (stream: OutputStream) => string): void {
    const { stdout } = this.streams;
    stdout.write(this.common.json ? `${JSON.stringify(snakeCaseKeys(output), null, 2)}\n` : text(stdout));
  }

  /** Whether anything is wanted beside the result. */
  get wantsNotes(): boolean {
    return !this.common.json && !this.common.quiet;
  }

  /** Something said beside the result; on standard error, and not at all where only the result is wanted. */
  note(text: string): void {
    if (this.wantsNotes) writeAbove(this.streams.stderr, text);
  }
}
