import type { ExecutionId, ProjectId } from '../../base/ids.js';
import type { FaultClass } from '../../models/spec/model-fault.js';
import type { ModelName } from '../../models/spec/model-name.js';
import type {
  AgentTask,
  Json,
  ModelMessage,
  ModelParameters,
  ModelTool,
} from '../../models/spec/model-request.js';
import type { ExecutedPrompt, NewExecution, ToolUse } from './execution.js';
import type { Ceilings } from './execution-journal.js';

/** A tool that a model is given, and what it does. */
export interface RunnableTool extends ModelTool {
  /** What it answers; an error is told to the model by its message. */
  run(input: Json): Promise<string>;
}

/** What shall be asked, of whom, and on whose account. */
export interface ExecutionRequest {
  readonly model: ModelName;
  readonly messages: readonly ModelMessage[];
  readonly parameters: ModelParameters;
  /** JSON schema of the answer; null for text. */
  readonly responseSchema: { readonly [key: string]: Json } | null;
  readonly tools: readonly RunnableTool[];
  /** Where an agent works, and what it may do there; models do without. */
  readonly agent: AgentTask | null;
  readonly prompt: ExecutedPrompt;
  readonly project: ProjectId | null;
  readonly place: NewExecution['place'];
  readonly rerunOf: ExecutionId | null;
  readonly ceilings: Ceilings;
  /** The oldest answer that may be taken instead of asking; null when the model shall be asked in any case. */
  readonly cachedSince: Date | null;
}

/** Who follows an execution, and may end it. */
export interface ExecutionWatch {
  readonly signal: AbortSignal;
  /** Ends it while it waits, and leaves a call alone that is on its way; the signal unless given. */
  readonly whileWaiting?: AbortSignal;
  readonly onText?: (text: string) => void;
  /** What an agent or a tool does, one line. */
  readonly onActivity?: (line: string) => void;
  /** The record is made, the call is about to begin. */
  readonly onBegin?: (execution: ExecutionId) => void;
  /** A call failed and is made again: what came of it so far does not count. */
  readonly onRetry?: (retry: Retry) => void;
  readonly onToolUse?: (use: ToolUse) => void;
}

export interface Retry {
  readonly fault: FaultClass;
  readonly message: string;
  readonly waitMs: number;
  /** The number of the call that comes. */
  readonly call: number;
  /** How many are made at most. */
  readonly of: number;
}
