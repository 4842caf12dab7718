import type { NanoDollars } from '../../execution/execution.js';
import type { CallAnswer, CallKey, OptimizationCall } from '../optimization-call.js';
import type { OptimizationPorts } from '../optimization-ports.js';
import type { OptimizationRow } from '../optimization-row.js';
import { meanOfKnown } from './mean-of-known.js';
import type { Rivals } from './rivals.js';
import type { RowQuestion } from './row-question.js';
import type { RowResult } from './row-result.js';
import { textDigest } from './text-digest.js';

/** Of an answer, more is never looked at again. */
const LONGEST_KEPT = 10_000;

export interface BookTerms {
  readonly rivals: Rivals;
  readonly signal: AbortSignal;
  /** Is told of every call that was answered. */
  onAnswer(): void;
}

/** The calls of an optimisation: the same question is put once, whoever wants to know. */
export class CallBook {
  readonly #ports: Pick<OptimizationPorts, 'ask' | 'scoring'>;
  readonly #terms: BookTerms;
  readonly #results = new Map<CallKey, Promise<RowResult>>();
  /** What ended it: nothing more is asked then, whoever wants to know. */
  #failure: { readonly error: unknown } | null = null;
  #calls = 0;
  #cost: NanoDollars | null = 0;

  constructor(ports: Pick<OptimizationPorts, 'ask' | 'scoring'>, terms: BookTerms) {
    this.#ports = ports;
    this.#terms = terms;
  }

  /** The calls that were answered, each once. */
  get calls(): number {
    return this.#calls;
  }

  /** What they cost; null when that of one is not known. */
  get cost(): NanoDollars | null {
    return this.#cost;
  }

  /** @throws what the port throws, and the signal's reason */
  rowResult(question: RowQuestion): Promise<RowResult> {
    const known = this.#results.get(question.key) ?? this.#judged(question);
    this.#results.set(question.key, known);
    return known;
  }

  /**
   * @param place what tells it from all others of the search
   * @throws what the port throws, and the signal's reason
   */
  proposal(place: string, text: string): Promise<CallAnswer> {
    return this.#ask({ is: 'reflection', key: `${place}/${textDigest(text)}`, text });
  }

  async #judged(question: RowQuestion): Promise<RowResult> {
    const { row } = question;
    const { text, cost } = await this.#ask({ is: 'row', ...question });
    if (text === null) return { row, answer: null, checks: [], score: 0, rivalScore: null, cost };
    const checks = await this.#ports.scoring.score(text, row);
    const score = meanOfKnown(checks.map((check) => check.score)) ?? 0;
    return {
      row,
      answer: text.slice(0, LONGEST_KEPT),
      checks,
      score,
      rivalScore: await this.#rivalScore(text, row, score),
      cost,
    };
  }

  async #rivalScore(answer: string, { row }: OptimizationRow, own: number): Promise<number | null> {
    const scores: (number | null)[] = [];
    for (const expected of this.#terms.rivals.get(row) ?? []) {
      const score = await this.#ports.scoring.scoreAgainst(answer, expected);
      scores.push(score === null ? null : Math.min(score, own));
    }
    return meanOfKnown(scores);
  }

  async #ask(call: OptimizationCall): Promise<CallAnswer> {
    this.#terms.signal.throwIfAborted();
    if (this.#failure !== null) throw this.#failure.error;
    const answer = await this.#answerTo(call);
    this.#calls++;
    this.#cost = this.#cost === null || answer.cost === null ? null : this.#cost + answer.cost;
    this.#terms.onAnswer();
    return answer;
  }

  async #answerTo(call: OptimizationCall): Promise<CallAnswer> {
    try {
      return await this.#ports.ask(call, this.#terms.signal);
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }
}
