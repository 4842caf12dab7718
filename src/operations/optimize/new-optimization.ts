import { PromptRunnerError } from '../../base/errors.js';
import { newOptimizationId } from '../../base/ids.js';
import { nanoDollars } from '../../engine/execution/dollars.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import type { Check } from '../../engine/experiment/checks/check.js';
import { OptimizationInputError } from '../../engine/optimize/errors.js';
import type { Optimization, OptimizationSettings } from '../../engine/optimize/optimization.js';
import type { OptimizationRow } from '../../engine/optimize/optimization-row.js';
import { planOptimization } from '../../engine/optimize/plan-optimization.js';
import { ProposalRules } from '../../engine/optimize/proposal/proposal-rules.js';
import { type ModelName, writtenModelName } from '../../models/spec/model-name.js';
import { reading } from '../access/access.js';
import type { FoundVersion } from '../batch/row-renderer.js';
import type { Deps } from '../deps.js';
import { openRequest } from '../execution/run-ports.js';
import { requestOf } from '../execution/run-request.js';
import { readCheck } from '../experiment/read-check.js';
import { requireExpectation } from '../experiment/require-expectation.js';
import { resolveModel } from '../model/resolve-model.js';
import { fetchText } from '../prompt/fetch-text.js';
import { findPrompt, versionOf } from '../prompt/find-prompt.js';
import { givenValues } from '../prompt/rendered-prompt.js';
import { CandidateRenderer } from './candidate-renderer.js';
import type { NewOptimizationInput } from './optimization-input.js';
import { keptOptimizationQuestion, type OptimizationQuestion } from './optimization-question.js';
import { readOptimizationRows } from './read-optimization-rows.js';

/** As many as most providers let through at a time. */
const USUAL_CONCURRENCY = 8;
/** Enough for a prompt and some dozens of rows. */
const USUAL_CALLS = 500;

/** An optimisation that could be begun, and is not on record yet. */
export interface NewOptimization {
  readonly optimization: Optimization;
  readonly rows: readonly OptimizationRow[];
  readonly warnings: readonly string[];
}

/**
 * Makes an optimisation, after everything was looked at that can be wrong with it.
 *
 * @throws NotFoundError, AmbiguousReferenceError for the prompt; NotAllowedError for one that comes with the program
 * @throws ExperimentDefinitionError for checks that are none
 * @throws OptimizationInputError for too few rows, too small a budget, or a message that is not there
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError for one of the models
 * @throws what reading the rows throws, and rendering the prompt for them
 */
export async function newOptimization(deps: Deps, given: NewOptimizationInput): Promise<NewOptimization> {
  const { prompt, choice } = await findPrompt(reading(deps), given.prompt);
  const found = { prompt, version: await versionOf(reading(deps), prompt, choice) };
  const message = messageOf(found, given.message);
  const checks = checksOf(given);
  const { request, warnings } = await askedAs(deps, given, found);
  const reflecting = await reflectingModel(deps, given, request);
  const question = await questionFor(given, found, request, checks);
  const rows = await readOptimizationRows(deps, found, given);
  const settings = settingsOf(given, question);
  planOptimization(rows, settings);
  const optimization = optimizationOf(deps, { found, message, request, reflecting, settings });
  await requireFit(deps, optimization, found, question, rows);
  return { optimization, rows, warnings };
}

/** @throws OptimizationInputError when it is not clear which message is meant */
function messageOf({ prompt, version }: FoundVersion, message: number | undefined): number {
  const { messages } = version.content;
  if (message === undefined && messages.length === 1) return 1;
  if (message !== undefined && message <= messages.length) return message;
  const roles = messages.map(({ role }, at) => `${at + 1} is the ${role}'s`).join(', ');
  throw new OptimizationInputError(
    message === undefined
      ? `Prompt "${prompt.name}" has ${messages.length} messages: say which one shall be written anew.`
      : `Prompt "${prompt.name}" has no message ${message}.`,
    { hint: `Name it with --message N: ${roles}.` },
  );
}

function checksOf({ checks: given, expect }: NewOptimizationInput): readonly Check[] {
  if (given.length === 0) {
    throw new OptimizationInputError('Nothing says which answers are good.', {
      hint: 'Say it with --check: equals, contains:TEXT, similarity, json-schema:FILE.',
    });
  }
  const checks = given.map(readCheck);
  requireExpectation(checks, expect);
  return checks;
}

/** The request of every row, but for its messages. The model is always asked, never the cache. */
async function askedAs(deps: Deps, given: NewOptimizationInput, { prompt, version }: FoundVersion) {
  const question = {
    prompt: { version: version.id, reference: `${prompt.name}@${version.number}` },
    messages: [],
    settings: version.content.settings,
    warnings: [],
  };
  const asked = await requestOf(deps, { ...given, attachments: [], fresh: true }, question);
  await openRequest(deps, asked.request, given.timeoutSeconds);
  return asked;
}

async function reflectingModel(
  deps: Deps,
  { reflectWith, budget, timeoutSeconds }: NewOptimizationInput,
  request: ExecutionRequest,
): Promise<ModelName> {
  const model =
    reflectWith === undefined ? request.model : await resolveModel(deps, reflectWith, request.project);
  await openRequest(deps, { ...request, model }, timeoutSeconds);
  if (budget.cost !== undefined) for (const one of [request.model, model]) await requirePrice(deps, one);
  return model;
}

/** @throws OptimizationInputError when nobody would know what was spent */
async function requirePrice({ models, clock }: Deps, model: ModelName): Promise<void> {
  if ((await models.priceOf(model, clock.now())) !== null) return;
  throw new OptimizationInputError(`Nobody knows what ${writtenModelName(model)} costs.`, {
    hint: 'Limit the calls instead: --budget 500calls. Or say its price in models.yaml.',
  });
}

async function questionFor(
  given: NewOptimizationInput,
  { prompt, version }: FoundVersion,
  { parameters, responseSchema }: ExecutionRequest,
  checks: readonly Check[],
): Promise<OptimizationQuestion> {
  return keptOptimizationQuestion({
    prompt: prompt.id,
    version: version.number,
    system: null,
    values: Object.fromEntries(await givenValues(given)),
    valuesAre: given.rows.valuesAre,
    parameters,
    responseSchema,
    timeoutSeconds: given.timeoutSeconds ?? null,
    fresh: true,
    checks,
    expect: given.expect ?? null,
  });
}

function settingsOf(given: NewOptimizationInput, question: OptimizationQuestion): OptimizationSettings {
  const { seed, goal, matters, hasBaseline, growth, concurrency = USUAL_CONCURRENCY } = given;
  const { calls = null, cost } = given.budget;
  const isBounded = calls !== null || cost !== undefined;
  return {
    budget: {
      calls: isBounded ? calls : USUAL_CALLS,
      cost: cost === undefined ? null : nanoDollars(cost),
    },
    ...{ seed, goal, matters, hasBaseline, growth, concurrency, question },
  };
}

interface Decided {
  readonly found: FoundVersion;
  readonly message: number;
  readonly request: ExecutionRequest;
  readonly reflecting: ModelName;
  readonly settings: OptimizationSettings;
}

function optimizationOf(
  { clock, config }: Deps,
  { found, message, request, reflecting, settings }: Decided,
): Optimization {
  const { prompt, version } = found;
  const now = clock.now();
  return {
    id: newOptimizationId(),
    project: request.project,
    prompt: { version: version.id, reference: `${prompt.name}@${version.number}` },
    message,
    start: version.content.messages[message - 1]?.text ?? '',
    model: writtenModelName(request.model),
    reflectionModel: writtenModelName(reflecting),
    settings,
    status: 'paused',
    outcome: null,
    problem: null,
    owner: null,
    applied: null,
    actor: config.values.actor,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
  };
}

/** What cannot be searched for or asked is found out before anything is. */
async function requireFit(
  deps: Deps,
  { message, start, settings: { growth } }: Optimization,
  found: FoundVersion,
  question: OptimizationQuestion,
  rows: readonly OptimizationRow[],
): Promise<void> {
  await ProposalRules.of(start, { rows: [], growth, fetch: fetchText(deps, found.prompt.project) });
  const renderer = new CandidateRenderer(deps, found, message, question);
  for (const { row, input } of rows) {
    try {
      await renderer.render(start, input);
    } catch (error) {
      throw error instanceof PromptRunnerError ? unfitRow(row, error) : error;
    }
  }
}

function unfitRow(row: number, error: PromptRunnerError): OptimizationInputError {
  return new OptimizationInputError(
    `Row ${row} does not fit the prompt: ${error.message}`,
    {
      hint: 'Name columns of the data as its variables; what is the same for all rows is given with --var NAME=VALUE.',
    },
    { cause: error },
  );
}
