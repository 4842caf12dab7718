import { PromptRunnerError } from '../../base/errors.js';
import type { ExecutionPorts } from '../../engine/execution/execution-ports.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import type { OptimizationCall, RowCall } from '../../engine/optimize/optimization-call.js';
import { readModelName } from '../../models/spec/model-name.js';
import type { FoundVersion } from '../batch/row-renderer.js';
import type { Deps } from '../deps.js';
import { ceilingsOf } from '../execution/ceilings.js';
import { openRequest } from '../execution/run-ports.js';
import { withCallsAtATime } from '../execution/with-calls-at-a-time.js';
import { CandidateRenderer } from './candidate-renderer.js';
import { type OptimizationQuestion, questionOfOptimization } from './optimization-question.js';
import type { PreparedCall } from './recorded-asker.js';

/** A model that was opened, and what it is asked but for the messages. */
interface OpenedModel {
  readonly ports: ExecutionPorts;
  readonly request: ExecutionRequest;
}

/** Makes what models are asked of the questions of an optimisation. */
export class PreparedCalls {
  readonly #deps: Deps;
  readonly #prompted: OpenedModel;
  readonly #reflecting: OpenedModel;
  readonly #renderer: CandidateRenderer;

  private constructor(
    deps: Deps,
    prompted: OpenedModel,
    reflecting: OpenedModel,
    renderer: CandidateRenderer,
  ) {
    this.#deps = deps;
    this.#prompted = prompted;
    this.#reflecting = reflecting;
    this.#renderer = renderer;
  }

  /**
   * @param found the version that the optimisation begins with
   * @throws KeyMissingError, ModelUnknownError, ProviderMissingError when a model cannot be asked from here
   */
  static async of(deps: Deps, optimization: Optimization, found: FoundVersion): Promise<PreparedCalls> {
    const question = questionOfOptimization(optimization);
    const prompted = await opened(deps, optimization, rowRequest(deps, optimization, question), question);
    const reflecting = await opened(deps, optimization, reflectionRequest(deps, optimization), question);
    const renderer = new CandidateRenderer(deps, found, optimization.message, question);
    return new PreparedCalls(deps, prompted, reflecting, renderer);
  }

  /** Null when the candidate cannot be put to the row. */
  async prepare(call: OptimizationCall): Promise<PreparedCall | null> {
    if (call.is === 'row') return this.#forRow(call);
    return this.#with(this.#reflecting, [{ role: 'user', text: call.text }]);
  }

  async #forRow({ template, row }: RowCall): Promise<PreparedCall | null> {
    try {
      return this.#with(this.#prompted, await this.#renderer.render(template, row.input));
    } catch (error) {
      if (error instanceof PromptRunnerError) return null;
      throw error;
    }
  }

  /** The day may have ended since the call before. */
  #with({ ports, request }: OpenedModel, messages: ExecutionRequest['messages']): PreparedCall {
    return { ports, request: { ...request, messages, ceilings: ceilingsOf(this.#deps, {}) } };
  }
}

async function opened(
  deps: Deps,
  { settings: { concurrency } }: Optimization,
  asked: ExecutionRequest,
  { timeoutSeconds }: OptimizationQuestion,
): Promise<OpenedModel> {
  const { model, request, ports } = await openRequest(deps, asked, timeoutSeconds ?? undefined);
  const quick = withCallsAtATime(model, concurrency);
  return { request, ports: { ...ports, models: { open: async () => quick } } };
}

function rowRequest(
  deps: Deps,
  { model, prompt, project }: Optimization,
  { parameters, responseSchema }: OptimizationQuestion,
): ExecutionRequest {
  return {
    model: readModelName(model),
    messages: [],
    parameters,
    responseSchema,
    tools: [],
    agent: null,
    prompt,
    project,
    place: null,
    rerunOf: null,
    ceilings: ceilingsOf(deps, {}),
    cachedSince: null,
  };
}

/** What it is asked is in no library, and its answer is a text. */
function reflectionRequest(deps: Deps, { reflectionModel, project }: Optimization): ExecutionRequest {
  return {
    model: readModelName(reflectionModel),
    messages: [],
    parameters: {},
    responseSchema: null,
    tools: [],
    agent: null,
    prompt: { version: null, reference: null },
    project,
    place: null,
    rerunOf: null,
    ceilings: ceilingsOf(deps, {}),
    cachedSince: null,
  };
}
