import type { AttemptId, ExecutionId } from '../../base/ids.js';
import type { FinishReason, TokenUsage } from '../../models/spec/model-answer.js';
import type { FaultClass } from '../../models/spec/model-fault.js';
import type { Json } from '../../models/spec/model-request.js';
import type { Price } from '../../models/spec/price.js';
import type { ExecutionProblem, ExecutionStatus, NanoDollars, NewExecution, ToolUse } from './execution.js';

/** A call that is about to be made. */
export interface NewCall {
  readonly number: number;
  readonly round: number;
  readonly at: Date;
  readonly waitedMs: number;
  /** What it may cost at most; null when nobody knows. Counts as spent until the call is over. */
  readonly reserved: NanoDollars | null;
}

/** How a call ended. */
export interface CallEnd {
  readonly number: number;
  readonly status: 'succeeded' | 'failed';
  readonly at: Date;
  readonly usage: TokenUsage;
  readonly cost: NanoDollars | null;
  readonly requestId: string | null;
  readonly fault: FaultClass | null;
  readonly httpStatus: number | null;
  readonly message: string | null;
  /** The tools that the model used after this call, with what came of them. */
  readonly toolUses: readonly ToolUse[];
}

/** How an execution ended. */
export interface ExecutionEnd {
  readonly status: Exclude<ExecutionStatus, 'running'>;
  readonly at: Date;
  readonly response: string | null;
  readonly reasoning: string | null;
  readonly answeredModel: string | null;
  readonly finishReason: FinishReason | null;
  /** Of all calls together. */
  readonly usage: TokenUsage;
  readonly cost: NanoDollars | null;
  readonly price: Price | null;
  readonly latencyMs: number;
  readonly firstTokenMs: number | null;
  readonly problem: ExecutionProblem | null;
  readonly details: { readonly [key: string]: Json };
  readonly warnings: readonly string[];
}

/** What may be spent at most. Each counts what is reserved by calls that are on their way. */
export interface Ceilings {
  /** By this execution. */
  readonly run: NanoDollars | null;
  /** By all executions of its session, this one included. */
  readonly session: NanoDollars | null;
  /** By all executions of its batch, this one included. */
  readonly batch: NanoDollars | null;
  /** By all executions of its workflow's run, this one included. */
  readonly workflow: NanoDollars | null;
  /** By everything since this moment. */
  readonly day: { readonly since: Date; readonly limit: NanoDollars } | null;
}

/** An execution that is on its way, and what it is for. */
export type BegunExecution = Pick<NewExecution, 'id' | 'place'>;

/** An answer that is there already. */
export interface CachedAnswer {
  readonly execution: ExecutionId;
  readonly at: Date;
  readonly response: string;
  readonly reasoning: string | null;
  readonly answeredModel: string | null;
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
}

/** Whose answer is kept for a question, and when it was given. */
export type CacheEntry = Pick<CachedAnswer, 'execution' | 'at'>;

/**
 * Where executions are kept. Each method is one transaction, durable when it returns: a call that costs
 * money is on record before it is made.
 */
export interface ExecutionJournal {
  /**
   * Writes a new execution with its first call.
   * @throws CostCeilingError when the call might cost more than may be spent; nothing is written then
   */
  begin(execution: NewExecution, call: NewCall, ceilings: Ceilings): Promise<void>;
  /**
   * Completes a call and writes the next: another try, or the next round.
   * @throws CostCeilingError when that might cost more than may be spent; nothing is written then
   */
  next(execution: BegunExecution, ended: CallEnd, call: NewCall, ceilings: Ceilings): Promise<void>;
  /** What may still be spent, by the tightest of the ceilings; null when there are none. */
  left(execution: BegunExecution, ceilings: Ceilings): Promise<NanoDollars | null>;
  /** Completes the last call and the execution, and what it was for. An answer with a key goes into the cache. */
  finish(execution: BegunExecution, ended: CallEnd, end: ExecutionEnd): Promise<void>;
  /**
   * Writes an execution that the cache answered.
   * @returns false when the answer does not stand any more, and nothing was written: somebody took a credential out
   * of it since it was read, or forgot it, or it was replaced
   */
  answerFromCache(execution: NewExecution, answer: CachedAnswer): Promise<boolean>;
  /** The answer to the same question, not older than `notBefore`; null when there is none. */
  cached(key: string, notBefore: Date): Promise<CachedAnswer | null>;
  /** Whose answer is kept for a question, without reading it; null when none is. */
  cacheEntry(key: string): Promise<CacheEntry | null>;
  /** Says which attempt of a session its answer has become. */
  becameAttempt(execution: ExecutionId, attempt: AttemptId): Promise<void>;
}
