import { redactSecrets } from '../../base/text/secrets.js';
import { ModelCallError } from '../../models/spec/model-fault.js';
import { CostCeilingError, ToolRoundsError } from './errors.js';
import type { ExecutionProblem } from './execution.js';

/** What may go wrong with a conversation without anybody having made a mistake in the program. */
type ExpectedFailure = ModelCallError | CostCeilingError | ToolRoundsError;

export function isExpected(failure: unknown): failure is ExpectedFailure {
  return (
    failure instanceof ModelCallError ||
    failure instanceof CostCeilingError ||
    failure instanceof ToolRoundsError
  );
}

/** Why an execution brought no answer, for the record. */
export function problemOf(failure: ExpectedFailure): ExecutionProblem {
  const { message } = failure;
  if (failure instanceof ModelCallError) return { code: failure.details.fault, message };
  return { code: failure instanceof CostCeilingError ? 'ceiling' : 'tool-rounds', message };
}

/** A fault of the program itself, for the record. */
export function unexpected(error: unknown): ExecutionProblem {
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message: redactSecrets(message) };
}
