import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { AskingDeps } from '../../operations/execution/run-deps.js';
import type { Retry } from '../../operations/execution/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { askedAgain } from '../render/asked-again.js';
import { type MovingLine, startProgress } from '../render/progress.js';
import { ruler } from '../render/ruler.js';
import { StreamedText } from '../render/streamed-text.js';
import { styleFor } from '../render/style.js';

type Watch = NonNullable<AskingDeps['watch']>;

/** An answer on the screen: bit by bit where somebody looks on, else when it is whole. Until then, how long it takes. */
export class AnswerScreen {
  readonly #context: CommandContext;
  readonly #streams: boolean;
  readonly #text: StreamedText;
  /** As long as nothing of the answer is shown. */
  #waiting: MovingLine | null = null;

  /** @param options.stream whether a terminal is shown the answer as it comes */
  constructor(context: CommandContext, { stream }: { readonly stream: boolean }) {
    const { stdout } = context.streams;
    this.#context = context;
    this.#streams = stream && stdout.isTerminal && !context.common.json;
    this.#text = new StreamedText((text) => {
      this.#stopWaiting();
      stdout.write(text);
    });
  }

  /** Asks, and shows what comes. What was shown of an answer that does not come whole ends with a line end. */
  async follow<Answer>(ask: (watch: Watch) => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
    this.#wait();
    try {
      return await ask(this.#watch(signal));
    } catch (error) {
      this.#text.end();
      throw error;
    } finally {
      this.#stopWaiting();
    }
  }

  #watch(signal: AbortSignal): Watch {
    return {
      signal,
      ...(this.#streams && { onText: (bit: string) => this.#text.push(bit) }),
      onActivity: (line) => this.#noteActivity(line),
      onRetry: (retry) => this.#beginAnew(retry),
    };
  }

  /** Ends what came bit by bit; what did not is shown now. */
  end(answer: string): void {
    if (!this.#text.isBegun) this.#text.push(answer);
    this.#text.end();
  }

  #wait(): void {
    const { wantsNotes, streams } = this.#context;
    if (wantsNotes) this.#waiting ??= startProgress(streams.stderr, 'asking');
  }

  #stopWaiting(): void {
    this.#waiting?.end();
    this.#waiting = null;
  }

  #noteActivity(line: string): void {
    const { dim } = styleFor(this.#context.streams.stderr);
    this.#context.note(`${dim(forTerminalLine(redactSecrets(line)))}\n`);
  }

  /** Says what failed, and that what was shown of it does not count. */
  #beginAnew(retry: Retry): void {
    const { stdout, stderr } = this.#context.streams;
    const isBegun = this.#text.isBegun;
    this.#text.end();
    this.#context.note(askedAgain(retry, stderr));
    if (isBegun) stdout.write(`${styleFor(stdout).dim(ruler(stdout.columns, 'the answer begins anew'))}\n`);
    this.#wait();
  }
}
