import { onAbort } from '../../base/on-abort.js';
import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { BatchProgress } from '../../operations/batch/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { nextLine, sentence } from '../render/next-line.js';
import { type MovingLine, startLine } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { progressLine } from './progress-line.js';

/** Terminals show `^C` where the line ends, and a cell behind it stays free. */
const CELLS_OF_CTRL_C = 3;

/** Tells on stderr how rows are asked: a line when that begins, then on a terminal one that moves. */
export class RowsScreen {
  readonly #context: CommandContext;
  readonly #by: 'here' | 'workers';
  #line: MovingLine | null = null;
  /** The command that goes on, or looks how far it is; null as long as nothing has begun. */
  #goOn: string | null = null;
  #progress: BatchProgress | null = null;
  readonly #forget: () => void;

  /**
   * @param drain is aborted when somebody wants it to end, or not to look on any more
   * @param by who asks them
   */
  constructor(context: CommandContext, drain: AbortSignal, by: 'here' | 'workers') {
    this.#context = context;
    this.#by = by;
    this.#forget = onAbort(drain, () => this.#tellEnding());
  }

  /**
   * @param what is asked of whom, a sentence
   * @param goOn the command that goes on with it, or looks how far it is
   */
  begin(what: string, goOn: string): void {
    const { stderr } = this.#context.streams;
    this.#goOn = goOn;
    this.#context.note(styleFor(stderr).dim(sentence(forTerminalLine(what), stderr)));
    if (this.#context.wantsNotes) this.#line = startLine(stderr, (elapsed) => this.#compose(elapsed));
  }

  show(progress: BatchProgress): void {
    this.#progress = progress;
  }

  /** Takes away what is left on the screen. */
  end(): void {
    this.#forget();
    this.#line?.end();
    this.#line = null;
  }

  #compose(elapsed: number): string {
    const { columns } = this.#context.streams.stderr;
    if (this.#progress !== null && this.#progress.rows > 0) {
      return progressLine(this.#progress, columns - CELLS_OF_CTRL_C);
    }
    return `reading the rows · ${formatDuration(Math.floor(elapsed / 1000) * 1000)}`;
  }

  #tellEnding(): void {
    if (this.#goOn === null) return;
    const { stderr } = this.#context.streams;
    const text =
      this.#by === 'workers'
        ? 'The workers go on; nobody looks on from here.'
        : `No more rows are begun; ${this.#onTheWay()} Ctrl-C once more ends at once.`;
    this.#context.note(`${sentence(text, stderr)}${nextLine(this.#goOn, stderr)}`);
  }

  #onTheWay(): string {
    const calls = this.#progress?.inFlight ?? 0;
    if (calls === 0) return 'the calls on their way are waited for.';
    return calls === 1
      ? 'the call on its way is waited for.'
      : `the ${calls} calls on their way are waited for.`;
  }
}
