import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openApp, openAppToRead, openDbApp } from '../../src/app.js';
import type { CliHost } from '../../src/cli/command-context.js';
import { main } from '../../src/cli/main.js';
import {
  type MemoryStreams,
  type MemoryStreamsOptions,
  memoryStreams,
  type OutputStream,
  type Streams,
} from '../../src/cli/streams.js';
import { type ClaimedPlace, claimPlace } from '../fixtures/empty-store.js';

const PROGRAM = join(import.meta.dirname, '../../src/bin.ts');
const TSX = import.meta.resolve('tsx');

export interface RunOptions extends MemoryStreamsOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Aborting it is Ctrl-C. */
  readonly interrupt?: AbortSignal;
  /** Looks on: is given all of standard output each time that something is added. */
  readonly onOutput?: (out: string) => void;
  /** The same for standard error. */
  readonly onError?: (err: string) => void;
}

export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON; throws when it is not exactly one document. */
  // The shape is what the tests assert, so it is read as it comes.
  json<Shape = Record<string, never>>(): Shape;
}

/** An empty folder with its own store, and command lines run in this process as a terminal would run them. */
export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), 'prompt-runner-'));
  readonly work = join(this.folder, 'work');
  readonly #place = placeOnServer();
  /** Where the store is: a file's path, or an address. */
  readonly db = this.#place?.location ?? join(this.folder, 'data', 'store.db');
  #ready: Promise<void> | undefined;
  /** The time that commands see; tests move it. */
  time: Date | undefined;

  constructor() {
    mkdirSync(this.work);
  }

  /** Runs one command line, given as its words. */
  async run(words: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    this.#ready ??= this.#place?.prepare();
    await this.#ready;
    const streams = memoryStreams(options);
    const env = {
      PROMPT_RUNNER_DB: this.db,
      HOME: this.folder,
      PROMPT_RUNNER_ACTOR: 'tester',
      EDITOR: 'true',
      ...options.env,
    };
    const cwd = options.cwd ?? this.work;
    const clock = { now: () => this.time ?? new Date() };
    const opened: { close(): Promise<void> }[] = [];
    const host: CliHost = {
      env,
      cwd,
      now: clock.now,
      streams: () => watched(streams, options),
      open: async (request) => kept(opened, await openApp({ ...request, cwd, env, clock })),
      openAsItIs: async (request) => kept(opened, await openDbApp({ ...request, cwd, env, clock })),
      openToRead: async (request) => {
        const app = await openAppToRead({ ...request, cwd, env, clock });
        return app && kept(opened, app);
      },
      onInterrupt: (listener) => {
        options.interrupt?.addEventListener('abort', listener, { once: true });
        return () => options.interrupt?.removeEventListener('abort', listener);
      },
    };
    try {
      const code = await main(words, host);
      return { code, out: streams.out(), err: streams.err(), json: () => JSON.parse(streams.out()) };
    } finally {
      for (const app of opened) await app.close();
    }
  }

  /** What to spawn for a command line in a process of its own. */
  processOf(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const own = { PATH: process.env.PATH, HOME: this.folder, PROMPT_RUNNER_DB: this.db, ...env };
    const args = ['--import', TSX, PROGRAM, ...words];
    return { command: process.execPath, args, options: { cwd: this.work, env: own } };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.#place?.giveBack();
  }
}

function placeOnServer(): ClaimedPlace | null {
  const server = inject('server');
  return server === null ? null : claimPlace(server);
}

function kept<A extends { close(): Promise<void> }>(opened: { close(): Promise<void> }[], app: A): A {
  opened.push(app);
  return app;
}

function watched(streams: MemoryStreams, { onOutput, onError }: RunOptions): Streams {
  return {
    stdin: streams.stdin,
    stdout: watchedOutput(streams.stdout, onOutput && (() => onOutput(streams.out()))),
    stderr: watchedOutput(streams.stderr, onError && (() => onError(streams.err()))),
  };
}

function watchedOutput(stream: OutputStream, onWrite: (() => void) | undefined): OutputStream {
  if (onWrite === undefined) return stream;
  const { isTerminal, columns, colour } = stream;
  const write = (text: string) => {
    stream.write(text);
    onWrite();
  };
  return { write, isTerminal, columns, colour };
}

/** One of the project's own sample texts. */
export function example(name: string): string {
  return join(import.meta.dirname, '../../docs/examples', name);
}

export function exampleText(name: string): string {
  return readFileSync(example(name), 'utf8');
}
