import stringWidth from 'fast-string-width';
import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { truncate } from './truncate.js';
import { holdLine } from './write-above.js';

/** Says how far the work has come: "3 of 12 answers". */
export type ReportProgress = (text: string) => void;

/** Does what needs the terminal for itself, such as a question, without the line and its time. */
export type Aside = <Result>(work: () => Promise<Result>) => Promise<Result>;

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
  work: (report: ReportProgress, aside: Aside) => Promise<Result>,
): Promise<Result> {
  const { report, aside, end } = startProgress(stream, label);
  try {
    return await work(report, aside);
  } finally {
    end();
  }
}

/** Such a line for work whose end is told by somebody else; it stays until `end` is called. */
export function startProgress(
  stream: OutputStream,
  label: string,
): MovingLine & { readonly report: ReportProgress } {
  let progress = '';
  const line = startLine(stream, (elapsed) => {
    const seconds = formatDuration(Math.floor(elapsed / 1000) * 1000);
    return `${label}${progress} · ${seconds}`;
  });
  return {
    ...line,
    report: (text) => {
      progress = ` · ${text}`;
    },
  };
}

/** A line that is drawn anew several times a second. */
export interface MovingLine {
  readonly aside: Aside;
  readonly end: () => void;
}

/**
 * Shows on a terminal a line of any content, drawn anew several times a second until `end` is called. What is written
 * meanwhile goes above it by `writeAbove`.
 *
 * @param compose what it says after so many milliseconds
 */
export function startLine(stream: OutputStream, compose: (elapsed: number) => string): MovingLine {
  if (!stream.isTerminal) return { aside: (work) => work(), end: () => {} };
  const line = new ProgressLine(stream, compose);
  const timer = setInterval(() => line.draw(), REFRESH);
  const letGo = holdLine(stream, () => line.clear());
  return {
    aside: (work) => line.aside(work),
    end() {
      clearInterval(timer);
      letGo();
      line.erase();
    },
  };
}

class ProgressLine {
  readonly #stream: OutputStream;
  readonly #compose: (elapsed: number) => string;
  #startedAt = performance.now();
  #isAside = false;
  #drawnWidth = 0;

  constructor(stream: OutputStream, compose: (elapsed: number) => string) {
    this.#stream = stream;
    this.#compose = compose;
  }

  async aside<Result>(work: () => Promise<Result>): Promise<Result> {
    this.erase();
    this.#isAside = true;
    const leftAt = performance.now();
    try {
      return await work();
    } finally {
      this.#startedAt += performance.now() - leftAt;
      this.#isAside = false;
    }
  }

  draw(): void {
    if (this.#isAside) return;
    const elapsed = performance.now() - this.#startedAt;
    if (elapsed < DELAY) return;
    const text = forTerminalLine(this.#compose(elapsed));
    // One cell stays free: in the last one, some terminals go on to the next line.
    const shown = truncate(text, this.#stream.columns - 1);
    this.erase();
    this.#stream.write(shown);
    this.#drawnWidth = stringWidth(shown);
  }

  /** Takes away what a terminal has added of its own, such as `^C`, too. */
  clear(): void {
    if (this.#isAside) return;
    this.#stream.write(`\r${' '.repeat(this.#stream.columns - 1)}\r`);
    this.#drawnWidth = 0;
  }

  /** With spaces rather than an escape sequence, so that a dumb terminal can do it, too. */
  erase(): void {
    if (this.#drawnWidth === 0) return;
    this.#stream.write(`\r${' '.repeat(this.#drawnWidth)}\r`);
    this.#drawnWidth = 0;
  }
}
