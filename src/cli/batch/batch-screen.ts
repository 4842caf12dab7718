import type { BatchFollower } from '../../operations/batch/batch-deps.js';
import type { BatchView } from '../../operations/batch/outputs.js';
import type { CommandContext } from '../command-context.js';
import { noteNobody } from '../worker/note-nobody.js';
import { RowsScreen } from './rows-screen.js';

/** Who asks the rows, and what somebody does who comes back later. */
interface Asking {
  readonly by: 'here' | 'workers';
  /** The command that goes on with a batch, or looks how far it is. */
  readonly goOn: (batch: BatchView) => string;
}

/** Tells on stderr how a batch goes. */
export class BatchScreen {
  readonly #context: CommandContext;
  readonly #drain: AbortSignal;
  readonly #asking: Asking;
  readonly #screen: RowsScreen;

  /** @param drain is aborted when somebody wants the batch to end, or not to look on any more */
  constructor(context: CommandContext, drain: AbortSignal, asking: Asking) {
    this.#context = context;
    this.#drain = drain;
    this.#asking = asking;
    this.#screen = new RowsScreen(context, drain, asking.by);
  }

  follower(): BatchFollower {
    return {
      // The second Ctrl-C ends the process, and with it the calls.
      signal: new AbortController().signal,
      drain: this.#drain,
      onBegin: (batch) => this.#screen.begin(whatIsAsked(batch), this.#asking.goOn(batch)),
      onNobody: () => noteNobody(this.#context),
      onProgress: (progress) => this.#screen.show(progress),
    };
  }

  /** Takes away what is left on the screen. */
  end(): void {
    this.#screen.end();
  }
}

function whatIsAsked({ id, name, prompt, model }: BatchView): string {
  const called = name === null ? '' : ` "${name}"`;
  return `Batch ${id}${called}: ${prompt} is asked of ${model}.`;
}
