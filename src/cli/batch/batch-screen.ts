import { onAbort } from '../../base/on-abort.js';
import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { BatchFollower } from '../../operations/batch/batch-deps.js';
import type { BatchView } from '../../operations/batch/outputs.js';
import type { BatchProgress } from '../../operations/batch/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { nextLine, sentence } from '../render/next-line.js';
import { startLine } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { noteNobody } from '../worker/note-nobody.js';
import { progressLine } from './progress-line.js';

/** Terminals show `^C` where the line ends, and a cell behind it stays free. */
const CELLS_OF_CTRL_C = 3;

/** Who asks the rows, and what somebody does who comes back later. */
interface Asking {
  readonly by: 'here' | 'workers';
  /** The command that goes on with a batch, or looks how far it is. */
  readonly goOn: (batch: BatchView) => string;
}

/** Tells on stderr how a batch goes: a line when it begins, then on a terminal one that moves. */
export class BatchScreen {
  readonly #context: CommandContext;
  readonly #drain: AbortSignal;
  readonly #asking: Asking;
  #line: ReturnType<typeof startLine> | null = null;
  #batch: BatchView | null = null;
  #progress: BatchProgress | null = null;
  readonly #forget: () => void;

  /** @param drain is aborted when somebody wants the batch to end, or not to look on any more */
  constructor(context: CommandContext, drain: AbortSignal, asking: Asking) {
    this.#context = context;
    this.#drain = drain;
    this.#asking = asking;
    this.#forget = onAbort(drain, () => this.#tellEnding());
  }

  follower(): BatchFollower {
    return {
      // The second Ctrl-C ends the process, and with it the calls.
      signal: new AbortController().signal,
      drain: this.#drain,
      onBegin: (batch) => this.#begin(batch),
      onNobody: () => noteNobody(this.#context),
      onProgress: (progress) => {
        this.#progress = progress;
      },
    };
  }

  /** Takes away what is left on the screen. */
  end(): void {
    this.#forget();
    this.#line?.end();
    this.#line = null;
  }

  #begin(batch: BatchView): void {
    const { stderr } = this.#context.streams;
    const { quiet, json } = this.#context.common;
    const { id, name, prompt, model } = batch;
    this.#batch = batch;
    const called = name === null ? '' : ` "${name}"`;
    const line = forTerminalLine(`Batch ${id}${called}: ${prompt} is asked of ${model}.`);
    this.#context.note(`${styleFor(stderr).dim(line)}\n`);
    if (!quiet && !json) this.#line = startLine(stderr, (elapsed) => this.#compose(elapsed));
  }

  #compose(elapsed: number): string {
    const { columns } = this.#context.streams.stderr;
    if (this.#progress !== null && this.#progress.rows > 0) {
      return progressLine(this.#progress, columns - CELLS_OF_CTRL_C);
    }
    return `reading the rows · ${formatDuration(Math.floor(elapsed / 1000) * 1000)}`;
  }

  #tellEnding(): void {
    if (this.#batch === null) return;
    const { stderr } = this.#context.streams;
    const { by, goOn } = this.#asking;
    const text =
      by === 'workers'
        ? 'The workers go on; nobody looks on from here.'
        : `No more rows are begun; ${this.#onTheWay()} Ctrl-C once more ends at once.`;
    this.#line?.clear();
    this.#context.note(`${sentence(text, stderr)}${nextLine(goOn(this.#batch), stderr)}`);
  }

  #onTheWay(): string {
    const calls = this.#progress?.inFlight ?? 0;
    if (calls === 0) return 'the calls on their way are waited for.';
    return calls === 1
      ? 'the call on its way is waited for.'
      : `the ${calls} calls on their way are waited for.`;
  }
}
