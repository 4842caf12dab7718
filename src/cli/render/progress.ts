import stringWidth from 'fast-string-width';
import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { truncate } from './truncate.js';

/** Says how far the work has come: "3 of 12 answers". */
export type ReportProgress = (text: string) => void;

/** Work that is done sooner than this shows nothing; in milliseconds. */
const DELAY = 1000;
const REFRESH = 250;

/**
 * Does the work and meanwhile shows, on a terminal, a line that says what and for how long. The line
 * appears after a second and is gone when the work ends, well or not.
 *
 * @param stream stderr: stdout belongs to the result
 * @example const bytes = await withProgress(streams.stderr, 'reading the answer', () => stdin.readAll(limit));
 */
export async function withProgress<Result>(
  stream: OutputStream,
  label: string,
  work: (report: ReportProgress) => Promise<Result>,
): Promise<Result> {
  const { report, end } = startProgress(stream, label);
  try {
    return await work(report);
  } finally {
    end();
  }
}

/** Such a line for work whose end is told by somebody else; it stays until `end` is called. */
export function startProgress(
  stream: OutputStream,
  label: string,
): { readonly report: ReportProgress; readonly end: () => void } {
  if (!stream.isTerminal) return { report: () => {}, end: () => {} };
  const line = new ProgressLine(stream, label);
  const timer = setInterval(() => line.draw(), REFRESH);
  return {
    report: (text) => line.report(text),
    end() {
      clearInterval(timer);
      line.erase();
    },
  };
}

class ProgressLine {
  readonly #stream: OutputStream;
  readonly #label: string;
  readonly #startedAt = performance.now();
  #progress = '';
  #drawnWidth = 0;

  constructor(stream: OutputStream, label: string) {
    this.#stream = stream;
    this.#label = label;
  }

  report(text: string): void {
    this.#progress = ` · ${text}`;
  }

  draw(): void {
    const elapsed = performance.now() - this.#startedAt;
    if (elapsed < DELAY) return;
    const seconds = formatDuration(Math.floor(elapsed / 1000) * 1000);
    const text = forTerminalLine(`${this.#label}${this.#progress} · ${seconds}`);
    // One cell stays free: in the last one, some terminals go on to the next line.
    const shown = truncate(text, this.#stream.columns - 1);
    this.erase();
    this.#stream.write(shown);
    this.#drawnWidth = stringWidth(shown);
  }

  /** With spaces rather than an escape sequence, so that a dumb terminal can do it, too. */
  erase(): void {
    if (this.#drawnWidth === 0) return;
    this.#stream.write(`\r${' '.repeat(this.#drawnWidth)}\r`);
    this.#drawnWidth = 0;
  }
}
