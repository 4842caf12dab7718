import type { ExecutionId } from '../../base/ids.js';
import type { ModelAnswer } from '../../models/spec/model-answer.js';
import type { NanoDollars } from './execution.js';

/** An answer, and what is on record of it. */
export interface Executed {
  readonly id: ExecutionId;
  readonly answer: ModelAnswer;
  /** The answer as the schema has it; undefined when none was asked for. */
  readonly value: unknown;
  readonly cost: NanoDollars | null;
  readonly latencyMs: number;
  readonly firstTokenMs: number | null;
  /** Whose answer it is; null when the model was asked. */
  readonly cached: { readonly execution: ExecutionId; readonly at: Date } | null;
}
