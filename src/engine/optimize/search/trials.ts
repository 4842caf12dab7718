import { inParallel } from '../../../base/in-parallel.js';
import type { OptimizationRow } from '../optimization-row.js';
import type { CallBook } from './call-book.js';
import { type RowQuestion, rowQuestions } from './row-question.js';
import type { RowResult } from './row-result.js';
import type { Wallet } from './wallet.js';

/** The calls of one part of the search, within what it may spend. */
export class Trials {
  readonly #book: CallBook;
  readonly wallet: Wallet;
  readonly #concurrency: number;

  /** @param concurrency calls at the same time */
  constructor(book: CallBook, wallet: Wallet, concurrency: number) {
    this.#book = book;
    this.wallet = wallet;
    this.#concurrency = concurrency;
  }

  /**
   * Asks a template for rows: all of them, or none when that is more than may be spent.
   *
   * @param repetition which time it is that they are asked, from 1
   * @returns in the order of the rows
   * @throws AllowanceUsedUp
   */
  async askRows(
    template: string,
    rows: readonly OptimizationRow[],
    repetition = 1,
  ): Promise<readonly RowResult[]> {
    const questions = rowQuestions(template, rows, repetition);
    this.wallet.require(
      'row',
      questions.map(({ key }) => key),
    );
    const results = await inParallel(questions, this.#concurrency, (question) =>
      this.#book.rowResult(question),
    );
    for (const [at, question] of questions.entries())
      this.wallet.pay('row', question.key, results[at]?.cost ?? null);
    return results;
  }

  /** Whether asking all of these is within what may be spent. */
  affords(questions: readonly RowQuestion[]): boolean {
    return this.wallet.affords(
      'row',
      questions.map(({ key }) => key),
    );
  }

  /**
   * Asks for a proposal.
   *
   * @param place what tells it from all others of the search
   * @returns the answer; null when there is none
   * @throws AllowanceUsedUp
   */
  async askProposal(place: string, text: string): Promise<string | null> {
    this.wallet.require('reflection', [place]);
    const answer = await this.#book.proposal(place, text);
    this.wallet.pay('reflection', place, answer.cost);
    return answer.text;
  }
}
