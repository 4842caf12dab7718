import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

/** Starts one command line of the built program in a folder, with the store `store.db` there. */
export function startCommand(words: readonly string[], folder: string): RunningCommand {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    PROMPT_RUNNER_DB: join(folder, 'store.db'),
    PROMPT_RUNNER_ACTOR: 'drill',
  };
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: folder, env });
  child.stdin.end();
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out(), err: err() }));
  });
  return { child, ended };
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
