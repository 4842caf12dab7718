import { PromptRunnerError } from '../../base/errors.js';
import { redactSecrets } from '../../base/text/secrets.js';
import {
  CostCeilingError,
  ExecutionFailedError,
  PriceUnknownError,
  ResponseSchemaError,
} from '../execution/errors.js';
import type { ExecutionProblem } from '../execution/execution.js';
import type { BatchProblem } from './batch.js';
import { concernsAllRows } from './item-end.js';

/**
 * What asking an item came to, for the rest of the batch.
 * - `over`: the journal knows what became of the item; `problem` is null when it was answered
 * - `refused`: it cannot be asked, and nothing is on record of that
 * - `no-money`: it was not asked; there may be money when calls are over that are on their way
 * - `untouched`: it was not asked, and waits again
 * - `halt`: no row can be asked; this one waits again
 */
export type ItemOutcome =
  | { readonly is: 'over'; readonly problem: ExecutionProblem | null }
  | { readonly is: 'refused'; readonly problem: BatchProblem }
  | { readonly is: 'no-money'; readonly problem: BatchProblem }
  | { readonly is: 'untouched' }
  | { readonly is: 'halt'; readonly isOnRecord: boolean; readonly problem: BatchProblem };

/**
 * What an error means that came of asking an item.
 *
 * @param isEnding whether somebody wants the batch to end
 * @throws the error again when it is a fault of the program or of the store
 */
export function outcomeOf(error: unknown, isEnding: boolean): ItemOutcome {
  if (error instanceof ResponseSchemaError) return { is: 'over', problem: null };
  if (error instanceof ExecutionFailedError) return outcomeOnRecord(error);
  if (error instanceof CostCeilingError) return outcomeOfCeiling(error);
  if (error instanceof PriceUnknownError)
    return { is: 'halt', isOnRecord: false, problem: problemFrom(error) };
  if (isEnding && !(error instanceof PromptRunnerError && error.kind === 'failed'))
    return { is: 'untouched' };
  throw error;
}

/** An error as it is kept. */
export function problemFrom({ code, message }: PromptRunnerError): BatchProblem {
  return { code, message: redactSecrets(message) };
}

function outcomeOnRecord({ problem }: ExecutionFailedError): ItemOutcome {
  // The item waits again, and the next one that begins finds out whether there is money.
  if (!concernsAllRows(problem) || problem.code === 'ceiling') return { is: 'over', problem };
  return { is: 'halt', isOnRecord: true, problem };
}

/** The ceiling of a single run is broken by the row itself. */
function outcomeOfCeiling(error: CostCeilingError): ItemOutcome {
  const problem = problemFrom(error);
  return error.scope === 'run' ? { is: 'refused', problem } : { is: 'no-money', problem };
}
