import type { ProcessEnd } from '../../base/process/process-end.js';
import { runProcess } from '../../base/process/run-process.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import { VerificationNotStartedError } from './errors.js';
import { LineReader } from './line-reader.js';
import { OutputTail } from './output-tail.js';
import { type TestCounts, testCounts } from './test-counts.js';

export interface VerificationOptions {
  /** The longest that it may run, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Each line as it is printed, without credentials and control sequences. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** What a project's own test command said. */
export interface VerificationOutcome {
  /** How it ended; only `exited` with 0 has passed. */
  readonly end: Exclude<ProcessEnd['outcome'], 'not-found' | 'not-started'>;
  /** Null when it did not end by itself. */
  readonly exitCode: number | null;
  /** That ended it, when it was not us. */
  readonly signal: string | null;
  readonly durationMs: number;
  /** The end of what it printed on stdout and stderr, without credentials and control sequences. */
  readonly outputTail: string;
  readonly passed: boolean;
  /** What it counted, when its closing lines say so. */
  readonly counts: TestCounts | null;
}

/** In bytes. */
const TAIL_LIMIT = 64_000;
/** A test command that prints more is out of hand. In bytes. */
const OUTPUT_LIMIT = 1 << 30;

/**
 * Runs a project's test command without a shell, and ends it with all that it started when it is aborted
 * or takes too long. It gets this process's environment, as it would by hand.
 *
 * @throws VerificationNotStartedError when there is no such program
 */
export async function runVerification(
  argv: readonly string[],
  folder: string,
  { timeoutMs, signal, onLine }: VerificationOptions,
): Promise<VerificationOutcome> {
  const tail = new OutputTail(TAIL_LIMIT);
  const take = (line: string) => {
    tail.push(line);
    onLine?.(shown(line));
  };
  const [out, err] = [new LineReader(take), new LineReader(take)];
  const started = performance.now();
  const end = await runProcess(argv, {
    cwd: folder,
    env: process.env,
    signal,
    timeoutMs,
    outputLimitBytes: OUTPUT_LIMIT,
    onStdout: (chunk) => out.push(chunk),
    onStderr: (chunk) => err.push(chunk),
  });
  out.end();
  err.end();
  return outcome(argv, folder, end, { durationMs: performance.now() - started, printed: tail.text });
}

function outcome(
  argv: readonly string[],
  folder: string,
  end: ProcessEnd,
  { durationMs, printed }: { readonly durationMs: number; readonly printed: string },
): VerificationOutcome {
  if (end.outcome === 'not-found' || end.outcome === 'not-started') {
    throw new VerificationNotStartedError(argv[0] ?? '', folder, end);
  }
  return {
    end: end.outcome,
    exitCode: end.outcome === 'exited' ? end.code : null,
    signal: end.outcome === 'signalled' ? end.signal : null,
    durationMs: Math.round(durationMs),
    outputTail: boundedTail(shown(printed)),
    passed: end.outcome === 'exited' && end.code === 0,
    counts: testCounts(printed),
  };
}

/** A colour that touches a credential, or is within it, would hide it. */
function shown(text: string): string {
  return redactSecrets(forTerminal(text));
}

/** A mark may be longer than the credential that it stands for. */
function boundedTail(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= TAIL_LIMIT) return text;
  const kept = bytes.subarray(bytes.length - TAIL_LIMIT).toString();
  return kept.slice(kept.indexOf('\n') + 1);
}
