import type { ModelAnswer, TokenUsage } from '../../models/spec/model-answer.js';
import type { NanoDollars } from './execution.js';
import type { CallEnd } from './execution-journal.js';

/** What a conversation came to: the last answer, and what all its calls took. */
export interface ConversationEnd {
  readonly answer: ModelAnswer;
  /** The last call, which is not on record as ended yet. */
  readonly ended: CallEnd;
  readonly usage: TokenUsage;
  readonly cost: NanoDollars | null;
}

/** A conversation that came to no answer, with what its calls took. */
export class ConversationFailed extends Error {
  /** Why: a ModelCallError, ToolRoundsError, CostCeilingError, or a fault of the program. */
  readonly failure: unknown;
  readonly end: Omit<ConversationEnd, 'answer'>;
  /** What was told of the last answer, bit by bit. */
  readonly heard: string;

  constructor(failure: unknown, end: Omit<ConversationEnd, 'answer'>, heard: string) {
    super('the conversation came to no answer', { cause: failure });
    this.failure = failure;
    this.end = end;
    this.heard = heard;
  }
}
