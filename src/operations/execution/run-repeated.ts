import * as z from 'zod/mini';
import type { ExecutionId } from '../../base/ids.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { sum } from '../../engine/execution/add-usage.js';
import { inDollars } from '../../engine/execution/dollars.js';
import {
  CostCeilingError,
  ExecutionFailedError,
  ResponseSchemaError,
} from '../../engine/execution/errors.js';
import { execute } from '../../engine/execution/execute.js';
import type { NanoDollars } from '../../engine/execution/execution.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findExecution } from './find-execution.js';
import { runOutputOf } from './run-answer.js';
import { type AskingDeps, watchOf } from './run-deps.js';
import { oneQuestion, questionInput } from './run-input.js';
import type { PromptRepeatOutput, PromptRunOutput } from './run-outputs.js';
import { openRequest } from './run-ports.js';
import { prepareRequest } from './run-request.js';

const MOST_TIMES = 20;

const input = z
  .object({ ...questionInput.shape, times: z.int().check(z.minimum(1), z.maximum(MOST_TIMES)) })
  .check(oneQuestion);

/**
 * Asks the same several times, one after the other and never from the cache, to see how answers differ. A
 * ceiling is for all together. When already the first brings no answer, its failure is thrown; later ones
 * are told in the output.
 *
 * @throws what {@link runPrompt} does
 */
export const repeatPrompt = guarded(
  needs.repeatPrompt,
  input,
  async (deps: AskingDeps, given): Promise<PromptRepeatOutput> => {
    const prepared = await prepareRequest(deps, { ...given, fresh: true });
    const { ports, request } = await openRequest(deps, prepared.request, given.timeoutSeconds);
    const repetition = new Repetition(deps, request);
    while (repetition.asked < given.times && !repetition.isOver) {
      try {
        const executed = await execute(ports, repetition.request, watchOf(deps));
        await repetition.succeeded(await runOutputOf(deps, executed, []), executed.id);
      } catch (error) {
        await repetition.failed(error);
      }
      deps.onAnswered?.(repetition.asked);
    }
    return repetition.output(prepared.warnings);
  },
);

/** What came of the same question so far. */
class Repetition {
  readonly #deps: Deps;
  readonly #answers: PromptRunOutput[] = [];
  readonly #failures: PromptRepeatOutput['failures'] = [];
  #request: ExecutionRequest;
  #cost: NanoDollars | null = 0;
  #isOver = false;

  constructor(deps: Deps, request: ExecutionRequest) {
    this.#deps = deps;
    this.#request = request;
  }

  get asked(): number {
    return this.#answers.length + this.#failures.length;
  }

  /** Whether nothing is left to spend. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** The question, with what is left to spend for it. */
  get request(): ExecutionRequest {
    return this.#request;
  }

  async succeeded(answer: PromptRunOutput, id: ExecutionId): Promise<void> {
    this.#answers.push(answer);
    await this.#spend(id);
  }

  /** @throws the error again when it came before any answer, or when it ends everything */
  async failed(error: unknown): Promise<void> {
    const failure = failureOf(error);
    if (failure === null || this.#answers.length === 0) throw error;
    this.#failures.push(failure);
    this.#isOver = error instanceof CostCeilingError;
    if (failure.execution !== null) await this.#spend(failure.execution);
  }

  output(warnings: readonly string[]): PromptRepeatOutput {
    const texts = new Set(this.#answers.map(({ text }) => text));
    return {
      answers: this.#answers,
      failures: this.#failures,
      different: texts.size,
      cost: inDollars(this.#cost),
      warnings: [...new Set([...warnings, ...this.#answers.flatMap((answer) => answer.warnings)])],
      next: nextOf(this.#answers),
    };
  }

  /** What nobody knows the cost of may have taken all that was left. */
  async #spend(id: string): Promise<void> {
    const { cost } = await findExecution(this.#deps, id);
    this.#cost = sum(this.#cost, cost);
    const { ceilings } = this.#request;
    if (ceilings.run === null) return;
    const run = cost === null ? 0 : Math.max(0, ceilings.run - cost);
    this.#request = { ...this.#request, ceilings: { ...ceilings, run } };
  }
}

type Failure = PromptRepeatOutput['failures'][number] & { readonly execution: ExecutionId | null };

/** Null for what ends everything: Ctrl-C, a fault of the program. */
function failureOf(error: unknown): Failure | null {
  if (error instanceof CostCeilingError)
    return { execution: null, code: error.code, message: redactSecrets(error.message) };
  const isKept = error instanceof ResponseSchemaError || error instanceof ExecutionFailedError;
  if (!isKept || error.kind === 'interrupted') return null;
  return { execution: error.execution, code: error.code, message: redactSecrets(error.message) };
}

/** The first two answers that differ are worth a look. */
function nextOf([first, ...others]: readonly PromptRunOutput[]): string {
  const other = others.find(({ text }) => text !== first?.text);
  if (first === undefined) return 'prompt-runner execution list';
  if (other === undefined) return `prompt-runner execution show ${first.execution.id}`;
  return `prompt-runner execution compare ${first.execution.id} ${other.execution.id}`;
}
