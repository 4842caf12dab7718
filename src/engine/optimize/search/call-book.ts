import { sha256 } from '../../../base/checksum.js';
import { redactSecrets } from '../../../base/text/secrets.js';
import { forTerminal } from '../../../base/text/terminal-text.js';
import type { NanoDollars } from '../../execution/execution.js';
import type { CallAnswer, CallKey, OptimizationCall } from '../optimization-call.js';
import type { OptimizationPorts } from '../optimization-ports.js';
import type { OptimizationRow } from '../optimization-row.js';
import { meanOfKnown } from './mean-of-known.js';
import type { Rivals } from './rivals.js';
import type { RowResult } from './row-result.js';

/** Of an answer, more is never shown. */
const LONGEST_SHOWN = 2000;

/** A candidate's template, a row, and which time it is that it is asked, from 1. */
export interface RowQuestion {
  readonly template: string;
  readonly row: OptimizationRow;
  readonly repetition: number;
}

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
    const key = rowKey(question);
    const known = this.#results.get(key) ?? this.#judged(question);
    this.#results.set(key, known);
    return known;
  }

  /**
   * @param place what tells it from all others of the search
   * @throws what the port throws, and the signal's reason
   */
  proposal(place: string, text: string): Promise<CallAnswer> {
    return this.#ask({ is: 'reflection', key: `${place}/${digest(text)}`, text });
  }

  async #judged(question: RowQuestion): Promise<RowResult> {
    const { template, row } = question;
    const { text, cost } = await this.#ask({ is: 'row', key: rowKey(question), template, row });
    if (text === null) return { row, answer: null, checks: [], score: 0, rivalScore: null, cost };
    const checks = await this.#ports.scoring.score(text, row);
    const score = meanOfKnown(checks.map((check) => check.score)) ?? 0;
    return {
      row,
      answer: shown(text),
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

/** What a question for a row is found by: two candidates of the same text are one. */
export function rowKey({ template, row, repetition }: RowQuestion): CallKey {
  return `row/${digest(template)}/${row.row}/${repetition}`;
}

/** 96 bits: enough that no two of an optimisation are the same. */
function digest(text: string): string {
  return sha256(text).slice(0, 24);
}

function shown(answer: string): string {
  return redactSecrets(forTerminal(answer.slice(0, LONGEST_SHOWN)));
}
