import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DrillPlace } from './drill-place.js';

const PROGRAM = join(import.meta.dirname, '../../dist/bin.cjs');

const SOURCES = join(import.meta.dirname, '../../src');

/** Drills run what users run: the built program. Why that cannot be done now; null when it can. */
export function reasonNotToRun(): string | null {
  if (!existsSync(PROGRAM)) return 'dist/ is not built (npm run build)';
  const built = statSync(PROGRAM).mtimeMs;
  const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(isSource);
  const changed = sources.find((file) => statSync(join(SOURCES, file)).mtimeMs > built);
  return changed === undefined ? null : `dist/ is older than src/${changed} (npm run build)`;
}

function isSource(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts');
}

export interface Outcome {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
}

/** What is unusual about a command. */
export interface CommandSurroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** The user it runs as, by number; this one's when there is none. */
  readonly user?: number | undefined;
}

/** Starts one command line of the built program at a place. */
export function startCommand(
  words: readonly string[],
  place: DrillPlace,
  surroundings?: CommandSurroundings,
): RunningCommand {
  return startScript(PROGRAM, words, place, surroundings);
}

/** None of them outlives a drill, even one that is broken off. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a script of Node's at a place, as the program is started. */
export function startScript(
  script: string,
  words: readonly string[],
  { folder, db }: DrillPlace,
  { env, user }: CommandSurroundings = {},
): RunningCommand {
  const own = { PATH: process.env.PATH, HOME: folder, PROMPT_RUNNER_DB: db, PROMPT_RUNNER_ACTOR: 'drill' };
  const as = user === undefined ? {} : { uid: user, gid: user };
  const child = spawn(process.execPath, [script, ...words], { cwd: folder, env: { ...own, ...env }, ...as });
  child.stdin.end();
  running.add(child);
  child.once('close', () => running.delete(child));
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out(), err: err() }));
  });
  return { child, ended };
}

/** Runs one command line to its end. */
export function runCommand(
  words: readonly string[],
  place: DrillPlace,
  surroundings?: CommandSurroundings,
): Promise<Outcome> {
  return startCommand(words, place, surroundings).ended;
}

/** What a command that was refused says with `--json`; null when it says no such thing. */
export function printedError({ out }: Outcome): PrintedError | null {
  try {
    const { error }: { error?: PrintedError } = JSON.parse(out);
    return error ?? null;
  } catch {
    return null;
  }
}

/** A command that should have succeeded, as a fault. */
export function failureOf(words: readonly string[], outcome: Outcome): string {
  const error = printedError(outcome);
  const why = error === null ? `${outcome.err}${outcome.out}`.slice(-700) : `${error.code} ${error.message}`;
  return `${words.slice(0, 2).join(' ')} exited ${outcome.code}: ${why.trim()}`;
}

export interface PrintedError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** What a command printed with `--json`, when the document came out whole; null otherwise. */
export function printedDocument({ out }: Outcome): PrintedDocument | null {
  try {
    const document: PrintedDocument = JSON.parse(out);
    return document.error === undefined ? document : null;
  } catch {
    return null;
  }
}

export interface PrintedDocument {
  readonly session: { readonly id: string; readonly status: string; readonly step: string | null };
  readonly error?: unknown;
}
