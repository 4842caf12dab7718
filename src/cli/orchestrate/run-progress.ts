import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { RunFollower } from '../../operations/session/run/run-follower.js';
import type { CommandContext } from '../command-context.js';
import { askedAgain } from '../render/asked-again.js';
import { startProgress } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { truncate } from '../render/truncate.js';

/** Tells on stderr how a run goes: a line a step, and meanwhile what happens in it. */
export class RunProgress {
  readonly #context: CommandContext;
  #line: ReturnType<typeof startProgress> | null = null;
  #characters = 0;
  #startedAt = 0;

  constructor(context: CommandContext) {
    this.#context = context;
  }

  follower(signal: AbortSignal): RunFollower {
    return {
      signal,
      onStep: (_step, { title }) => this.#begin(title),
      onStepDone: (_step, { title }) => this.#done(title),
      onAmbiguous: ({ key }) =>
        this.#context.warn(
          `The process ended while it was at "${key}"; nobody knows how far it came. It is done again.`,
        ),
      onText: (text) => this.#count(text),
      onActivity: (line) => this.#line?.report(forTerminalLine(redactSecrets(line))),
      onToolUse: ({ call }) => this.#line?.report(forTerminalLine(`uses ${call.name}`)),
      onRetry: (retry) => {
        this.#characters = 0;
        this.#context.note(askedAgain(retry, this.#context.streams.stderr));
      },
      onMissing: (missing) => {
        const names = missing.map(({ text }) => forTerminalLine(text)).join(', ');
        this.#context.warn(`The plan takes for granted what is not there: ${names}`);
      },
      onVerification: (line) => this.#line?.report(forTerminalLine(line)),
    };
  }

  /** Takes away what a step left on the screen that did not come to its end. */
  end(): void {
    this.#line?.end();
    this.#line = null;
  }

  #begin(title: string): void {
    this.end();
    this.#characters = 0;
    this.#startedAt = performance.now();
    const { stderr } = this.#context.streams;
    if (!stderr.isTerminal) this.#say(`${title} …`);
    else if (this.#context.wantsNotes) this.#line = startProgress(stderr, title);
  }

  #done(title: string): void {
    this.end();
    const { green, dim } = styleFor(this.#context.streams.stderr);
    const took = formatDuration(performance.now() - this.#startedAt);
    this.#say(`${green('✓')} ${forTerminalLine(title)} ${dim(took)}`);
  }

  #count(text: string): void {
    this.#characters += text.length;
    this.#line?.report(`${groupThousands(this.#characters)} characters`);
  }

  #say(text: string): void {
    const { stderr } = this.#context.streams;
    const line = stderr.isTerminal ? truncate(text, stderr.columns - 1) : text;
    this.#context.note(`${line}\n`);
  }
}
