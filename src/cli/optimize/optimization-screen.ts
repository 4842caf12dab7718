import { onAbort } from '../../base/on-abort.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { OptimizationFollower } from '../../operations/optimize/optimization-deps.js';
import type { OptimizationView } from '../../operations/optimize/outputs.js';
import type { OptimizationProgress } from '../../operations/optimize/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { nextLine, sentence } from '../render/next-line.js';
import { type MovingLine, startLine } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { searchLine } from './search-line.js';

/** Terminals show `^C` where the line ends, and a cell behind it stays free. */
const CELLS_OF_CTRL_C = 3;

/** Tells on stderr how an optimisation goes: a line when it begins, then on a terminal one that moves. */
export class OptimizationScreen {
  readonly #context: CommandContext;
  readonly #drain: AbortSignal;
  readonly #goOn: (id: string) => string;
  readonly #forget: () => void;
  #line: MovingLine | null = null;
  #begun: OptimizationView | null = null;
  #progress: OptimizationProgress | null = null;

  /**
   * @param drain is aborted when somebody wants it to end
   * @param goOn the command that goes on with it, by its id
   */
  constructor(context: CommandContext, drain: AbortSignal, goOn: (id: string) => string) {
    this.#context = context;
    this.#drain = drain;
    this.#goOn = goOn;
    this.#forget = onAbort(drain, () => this.#tellEnding());
  }

  follower(): OptimizationFollower {
    return {
      // The second Ctrl-C ends the process, and with it the calls.
      signal: new AbortController().signal,
      drain: this.#drain,
      onBegin: (optimization) => this.#begin(optimization),
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

  #begin(optimization: OptimizationView): void {
    const { stderr } = this.#context.streams;
    this.#begun = optimization;
    const { id, prompt, model, reflectionModel } = optimization;
    const what = `Optimisation ${id}: ${prompt} is asked of ${model}, and rewritten by ${reflectionModel}.`;
    this.#context.note(styleFor(stderr).dim(sentence(forTerminalLine(what), stderr)));
    if (this.#context.wantsNotes) this.#line = startLine(stderr, () => this.#compose());
  }

  #compose(): string {
    const { columns } = this.#context.streams.stderr;
    return this.#progress === null ? 'begins' : searchLine(this.#progress, columns - CELLS_OF_CTRL_C);
  }

  #tellEnding(): void {
    if (this.#begun === null) return;
    const { stderr } = this.#context.streams;
    const text = 'No more calls are begun; those on their way are waited for. Ctrl-C once more ends at once.';
    this.#context.note(`${sentence(text, stderr)}${nextLine(this.#goOn(this.#begun.id), stderr)}`);
  }
}
