import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { WorkerStep, WorkflowFollower } from '../../operations/workflow/run/workflow-follower.js';
import type { CommandContext } from '../command-context.js';
import { askedAgain } from '../render/asked-again.js';
import { type MovingLine, startLine } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { truncate } from '../render/truncate.js';
import { noteNobody } from '../worker/note-nobody.js';

/** Tells on stderr how the run of a workflow goes: a line a step, and meanwhile what is at work. */
export class WorkflowProgress {
  readonly #context: CommandContext;
  readonly #line: MovingLine | null;
  /** The steps at work, with what is heard of each. */
  readonly #working = new Map<string, string>();
  readonly #begun = new Map<string, number>();
  readonly #characters = new Map<string, number>();

  constructor(context: CommandContext) {
    this.#context = context;
    this.#line = context.wantsNotes ? startLine(context.streams.stderr, () => this.#atWork()) : null;
  }

  follower(signal: AbortSignal): WorkflowFollower {
    return {
      signal,
      onNobody: () => noteNobody(this.#context),
      onSeen: (step) => this.#see(step),
      onStep: ({ key }) => this.#begin(key),
      onStepDone: ({ key }) => this.#end(key, 'green', '✓'),
      onStepFailed: ({ key, problem }) => this.#end(key, 'red', '✗', problem?.message),
      onTryAgain: (path, _error, { waitMs, next, of }) =>
        this.#say(`${path}: trying again in ${formatDuration(waitMs)} (try ${next} of ${of}).`),
      onSkipped: (path) => this.#say(`${path} is skipped`, '-'),
      onAmbiguous: ({ key }) =>
        this.#context.warn(`The process ended while it was at "${key}"; nobody knows how far it came.`),
      onText: (path, text) => this.#count(path, text),
      onActivity: (path, line) => this.#working.set(path, redactSecrets(line)),
      onRetry: (path, retry) => {
        this.#characters.delete(path);
        const message = `${path}: ${retry.message}`;
        this.#context.note(askedAgain({ ...retry, message }, this.#context.streams.stderr));
      },
    };
  }

  /** Takes away what is left on the screen. */
  end(): void {
    this.#line?.end();
  }

  #see({ key, status, problem }: WorkerStep): void {
    if (status === 'started') this.#begin(key);
    if (status === 'done') this.#end(key, 'green', '✓');
    if (status === 'failed') this.#end(key, 'red', '✗', problem?.message);
  }

  #begin(path: string): void {
    this.#working.set(path, '');
    this.#begun.set(path, performance.now());
    this.#characters.delete(path);
    if (!this.#context.streams.stderr.isTerminal) this.#say(`${path} …`);
  }

  #end(path: string, look: 'green' | 'red', mark: string, problem = ''): void {
    this.#working.delete(path);
    const took = formatDuration(performance.now() - (this.#begun.get(path) ?? performance.now()));
    const paint = styleFor(this.#context.streams.stderr)[look];
    this.#say(`${path} · ${took}${problem === '' ? '' : ` · ${problem}`}`, paint(mark));
  }

  #count(path: string, text: string): void {
    const count = (this.#characters.get(path) ?? 0) + text.length;
    this.#characters.set(path, count);
    this.#working.set(path, `${groupThousands(count)} characters`);
  }

  #atWork(): string {
    const at = [...this.#working].map(([path, heard]) => (heard === '' ? path : `${path} (${heard})`));
    return at.length > 1 ? `${at.length} at work: ${at.join(', ')}` : `at work: ${at[0] ?? ''}`;
  }

  /** @param mark painted */
  #say(text: string, mark = ' '): void {
    const { stderr } = this.#context.streams;
    const line = `${mark} ${forTerminalLine(redactSecrets(text))}`;
    this.#context.note(`${stderr.isTerminal ? truncate(line, stderr.columns - 1) : line}\n`);
  }
}
