import { PromptRunnerError } from '../../base/errors.js';
import type { ExecutionId } from '../../base/ids.js';
import { shellWord } from '../../base/text/shell-word.js';
import { type ModelName, writtenModelName } from '../../models/spec/model-name.js';
import type { ModelKind } from '../../models/spec/open-model.js';
import { dollars } from './dollars.js';
import type { ExecutionProblem, NanoDollars } from './execution.js';

/** Whose ceiling would be broken. */
export type CeilingScope = 'run' | 'session' | 'batch' | 'workflow' | 'day';

const nameOf: Readonly<Record<CeilingScope, string>> = {
  run: 'this run',
  session: 'the session',
  batch: 'the batch',
  workflow: 'the workflow',
  day: 'the day',
};

/** A call might cost more than may be spent; it was not made. */
export class CostCeilingError extends PromptRunnerError {
  readonly code = 'COST_CEILING';
  readonly kind = 'not-allowed';

  readonly scope: CeilingScope;

  constructor(scope: CeilingScope, limit: NanoDollars, spent: NanoDollars, reserved: NanoDollars) {
    super(
      `The next call may cost ${dollars(reserved)}; ${dollars(spent)} of the ${dollars(limit)} for ${nameOf[scope]} are spent.`,
      { hint: 'Raise the ceiling, ask for fewer output tokens, or take a cheaper model.' },
    );
    this.scope = scope;
  }
}

const hints: Readonly<Record<ModelKind, string>> = {
  model: 'Give its price in models.yaml, take another model, or leave out the ceiling.',
  agent: 'Take an agent that keeps to a limit of its own, such as claude, or leave out the ceiling.',
};

/** Nobody can tell what a call costs, so that no ceiling can be kept. */
export class PriceUnknownError extends PromptRunnerError {
  readonly code = 'PRICE_UNKNOWN';
  readonly kind = 'not-allowed';

  constructor(name: ModelName, kind: ModelKind) {
    const model = writtenModelName(name);
    super(`What ${model} costs is not known beforehand, and a ceiling on the cost was set.`, {
      hint: hints[kind],
      next: `prompt-runner model show ${shellWord(model)}`,
    });
  }
}

/** A JSON schema for an answer cannot be read as one, or not be used. */
export class AnswerSchemaError extends PromptRunnerError {
  readonly code = 'ANSWER_SCHEMA';
  readonly kind = 'usage';
}

/** No whole answer came of an execution. What came is on record. */
export class ExecutionFailedError extends PromptRunnerError {
  readonly code = 'EXECUTION_FAILED';
  readonly kind: PromptRunnerError['kind'];
  readonly execution: ExecutionId;
  readonly problem: ExecutionProblem;
  /** How far the answer had come; null when nothing had. */
  readonly partial: string | null;

  constructor(
    execution: ExecutionId,
    failure: PromptRunnerError,
    problem: ExecutionProblem,
    partial: string | null,
  ) {
    const kept = partial ? ` What had come is kept as execution ${execution}.` : '';
    super(
      `${failure.message}${kept}`,
      { next: `prompt-runner execution show ${execution}`, ...failure.remedy },
      { cause: failure },
    );
    this.kind = failure.kind;
    this.execution = execution;
    this.problem = problem;
    this.partial = partial;
  }
}

/** The answer is not what the schema asks for; it is kept. */
export class ResponseSchemaError extends PromptRunnerError {
  readonly code = 'RESPONSE_NOT_TO_SCHEMA';
  readonly kind = 'failed';

  readonly execution: ExecutionId;

  constructor(execution: ExecutionId, problem: string) {
    super(`The answer does not fit the schema: ${problem} It is kept as execution ${execution}.`, {
      hint: 'Look at the answer, or run it again.',
      next: `prompt-runner execution show ${execution}`,
    });
    this.execution = execution;
  }
}

/** The model went on using tools for longer than is allowed. */
export class ToolRoundsError extends PromptRunnerError {
  readonly code = 'TOOL_ROUNDS_EXHAUSTED';
  readonly kind = 'failed';

  constructor(execution: ExecutionId, rounds: number) {
    super(
      `The model used tools for ${rounds} rounds and gave no answer. They are kept in execution ${execution}.`,
      { next: `prompt-runner execution show ${execution}` },
    );
  }
}
