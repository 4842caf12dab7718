import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleText } from '../cli/harness.js';
import type { DrillPlace } from './drill-place.js';
import { failureOf, type Outcome, type PrintedDocument, printedDocument, startCommand } from './program.js';

/** What a command confirmed before it ended or was killed. */
export interface Acknowledged {
  readonly document: PrintedDocument;
  /** The answer that was given; null for a command that took none. */
  readonly answer: Buffer | null;
}

/** One who works on a session after the other, and whose commands are killed. */
export class Lane {
  readonly acknowledged: Acknowledged[] = [];
  readonly failures: string[] = [];
  commands = 0;
  killed = 0;
  #session: string | undefined;
  /** Of the last command that came to its end, in milliseconds. */
  #duration = 0;
  readonly #place: DrillPlace;
  readonly #number: number;

  constructor(place: DrillPlace, number: number) {
    this.#place = place;
    this.#number = number;
  }

  /** One command of three comes to its end, and so does the first: it tells how long the others have to live. */
  async runOne(): Promise<void> {
    const { words, answer } = await this.#nextCommand();
    this.commands++;
    const spared = this.#duration === 0 || Math.random() < 1 / 3;
    const outcome = spared ? await this.#measured(words) : await this.#killedOnTheWay(words);
    const document = printedDocument(outcome);
    if (outcome.code === null) this.killed++;
    else if (document === null) this.failures.push(failureOf(words, outcome));
    if (document !== null) this.#acknowledge(document, answer);
  }

  async #measured(words: readonly string[]): Promise<Outcome> {
    const began = performance.now();
    const outcome = await startCommand(words, this.#place).ended;
    this.#duration = performance.now() - began;
    return outcome;
  }

  async #killedOnTheWay(words: readonly string[]): Promise<Outcome> {
    const { child, ended } = startCommand(words, this.#place);
    const killing = setTimeout(() => child.kill('SIGKILL'), this.#duration * (0.4 + Math.random() * 0.7));
    const outcome = await ended;
    clearTimeout(killing);
    return outcome;
  }

  #acknowledge(document: PrintedDocument, answer: Buffer | null): void {
    this.acknowledged.push({ document, answer });
    this.#session = document.session.status === 'completed' ? undefined : document.session.id;
  }

  async #nextCommand(): Promise<{ words: string[]; answer: Buffer | null }> {
    if (this.#session === undefined)
      return { words: ['orchestrate', 'plan', `Lane ${this.#number}`, '--json'], answer: null };
    const due = await this.#dueStep(this.#session);
    if (due === null) {
      this.#session = undefined;
      return this.#nextCommand();
    }
    const command = due === 'process' && Math.random() < 0.5 ? 'process' : 'continue';
    const words = ['orchestrate', command, '--session', this.#session, '--json'];
    const example = answerFor[due];
    if (example === undefined) return { words, answer: null };
    const answer = uniqueAnswer(example, `lane ${this.#number}, command ${this.commands}`);
    const file = join(this.#place.folder, `answer-${this.#number}.md`);
    writeFileSync(file, answer);
    return { words: [...words, '--file', file], answer };
  }

  async #dueStep(session: string): Promise<string | null> {
    const outcome = await startCommand(['orchestrate', 'status', session, '--json'], this.#place).ended;
    const document = printedDocument(outcome);
    if (document === null) throw new Error(`after a kill, status exited ${outcome.code}: ${outcome.err}`);
    return document.session.step;
  }
}

/** The sample answer for each step that takes one. */
export const answerFor: Readonly<Record<string, string>> = {
  process: 'planning-answer.md',
  'save-analysis': 'analysis.md',
  complete: 'report.md',
};

/** Long enough to be cut in the middle of being written, and with bytes that are no text. */
function uniqueAnswer(example: string, mark: string): Buffer {
  const filler = `\n<!-- ${mark} -->\n`.repeat(5_000);
  return Buffer.concat([Buffer.from(exampleText(example) + filler), Buffer.of(0xff, 0x00, 0xfe)]);
}
