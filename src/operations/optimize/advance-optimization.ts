import { PromptRunnerError } from '../../base/errors.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { checkScoring } from '../../engine/optimize/check-scoring.js';
import type { Optimization, OptimizationProblem } from '../../engine/optimize/optimization.js';
import type { OptimizationOutcome } from '../../engine/optimize/optimization-outcome.js';
import { optimize } from '../../engine/optimize/optimize.js';
import { versionOfBatch } from '../batch/row-renderer.js';
import { executionsOf } from '../execution/execution-records.js';
import { fetchText } from '../prompt/fetch-text.js';
import { type OptimizationDeps, optimizationFollowerOf } from './optimization-deps.js';
import { takeOptimization } from './optimization-holder.js';
import { OptimizationPausedError } from './optimization-paused-error.js';
import { questionOfOptimization } from './optimization-question.js';
import { PreparedCalls } from './prepared-calls.js';
import { RecordedAsker } from './recorded-asker.js';
import { builtinReflectionPrompts } from './reflection-prompts.js';
import { optimizationView } from './views/optimization-view.js';

/**
 * Goes on with an optimisation that is on record, from its beginning or from where it was: what was answered is answered
 * from the record. It is paused when somebody wants it to rest, and when a call cannot be made: the record says why then.
 *
 * @throws OptimizationStateError, OptimizationBusyError when it is not this process's to go on with
 * @throws OptimizationInputError when its start is not fit for it
 */
export async function advanceOptimization(deps: OptimizationDeps, optimization: Optimization): Promise<void> {
  const owner = await takeOptimization(deps, optimization);
  const { optimizationJournal } = executionsOf(deps);
  try {
    optimizationFollowerOf(deps).onBegin?.(await optimizationView(deps, optimization));
    const outcome = await searched(deps, optimization, owner);
    await optimizationJournal.complete(optimization.id, owner, outcome, deps.clock.now());
  } catch (error) {
    await optimizationJournal.leave(optimization.id, owner, problemOf(error), deps.clock.now());
    if (!isRest(error)) throw error;
  }
}

async function searched(
  deps: OptimizationDeps,
  optimization: Optimization,
  owner: ProcessIdentity,
): Promise<OptimizationOutcome> {
  const { optimizationJournal: journal } = executionsOf(deps);
  const { signal, drain, onProgress } = optimizationFollowerOf(deps);
  const { id, start, settings, prompt, createdAt } = optimization;
  const question = questionOfOptimization(optimization);
  const found = { ...(await versionOfBatch(deps, question, prompt.reference)), asOf: createdAt };
  const calls = await PreparedCalls.of(deps, optimization, found);
  const asker = new RecordedAsker({
    ...{ journal, optimization, owner, drain },
    prepare: (call) => calls.prepare(call),
  });
  const ports = {
    ask: (...given: Parameters<typeof asker.ask>) => asker.ask(...given),
    scoring: checkScoring(question.checks),
    fetch: fetchText(deps, found.prompt.project, createdAt),
    prompts: builtinReflectionPrompts(),
    keep: (candidate: Parameters<typeof journal.putCandidate>[1]) => journal.putCandidate(id, candidate),
  };
  const watch = { signal, ...(onProgress !== undefined && { onProgress }) };
  try {
    return await optimize(ports, { start, rows: await journal.rows(id), settings }, watch);
  } finally {
    await asker.settle();
  }
}

/** What was found out about the world: it rests, and goes on when that is mended. */
function isRest(error: unknown): boolean {
  return error instanceof PromptRunnerError && error.kind !== 'usage';
}

/** Null when somebody wanted it so. */
function problemOf(error: unknown): OptimizationProblem | null {
  if (error instanceof OptimizationPausedError) return null;
  if (error instanceof PromptRunnerError) return { code: error.code, message: redactSecrets(error.message) };
  return { code: 'FAULT', message: redactSecrets(error instanceof Error ? error.message : String(error)) };
}
