import type { FetchTemplate } from '../../templates/index.js';
import type { NanoDollars } from '../execution/execution.js';
import type { AnswerScoring } from './answer-scoring.js';
import type { KeptCandidate } from './candidate.js';
import type { CallAnswer, OptimizationCall } from './optimization-call.js';
import type { ReflectionPrompts } from './reflection-prompts.js';

/** All that searching needs of the world. */
export interface OptimizationPorts {
  /**
   * Gives what is on record of a call, or makes it and puts it on record. The same key is asked for once in a run.
   *
   * What concerns that one call alone, such as an answer that was filtered out, is an answer without a text.
   *
   * @throws PromptRunnerError for what concerns all of them: no key, no connection, a ceiling; running it again goes
   *   on where it was
   */
  ask(call: OptimizationCall, signal: AbortSignal): Promise<CallAnswer>;
  readonly scoring: AnswerScoring;
  /** Gives the templates that the prompt brings in. */
  readonly fetch: FetchTemplate;
  readonly prompts: ReflectionPrompts;
  /** Puts on record what is known of a candidate; the same one comes again when more is known. */
  keep(candidate: KeptCandidate): Promise<void>;
}

/** Who follows an optimisation, and may end it. */
export interface OptimizationWatch {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: OptimizationProgress) => void;
}

/** How far an optimisation is. */
export interface OptimizationProgress {
  readonly phase: 'search' | 'hold-out';
  /** The calls that were answered, those among them that were on record before. */
  readonly calls: number;
  /** How many are made at most; null when only the cost is limited. */
  readonly callsAtMost: number | null;
  /** Of the calls; null when one of them has an unknown cost. */
  readonly cost: NanoDollars | null;
  readonly costAtMost: NanoDollars | null;
  readonly proposals: number;
  /** Proposals that are no longer in the running. */
  readonly refused: number;
  /** The best mean on the selection set so far; null before the start was measured. */
  readonly bestTraining: number | null;
  /** The mean of the start there. */
  readonly startTraining: number | null;
}
