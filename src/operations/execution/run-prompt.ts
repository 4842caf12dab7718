import * as z from 'zod/mini';
import { execute } from '../../engine/execution/execute.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { runOutputOf } from './run-answer.js';
import { type AskingDeps, watchOf } from './run-deps.js';
import { oneQuestion, questionInput } from './run-input.js';
import type { PromptRunOutput } from './run-outputs.js';
import { openRequest } from './run-ports.js';
import { prepareRequest } from './run-request.js';

/**
 * Asks a model a prompt of the library, or a text. Everything is on record: the question before it is asked,
 * each call before it is made, the answer or how far it came.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws what rendering a prompt and reading its files do
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError, AttachmentRefusedError
 * @throws CostCeilingError, PriceUnknownError, ExecutionFailedError, ResponseSchemaError
 */
export const runPrompt = guarded(
  needs.runPrompt,
  z.object(questionInput.shape).check(oneQuestion),
  async (deps: AskingDeps, given): Promise<PromptRunOutput> => {
    const { request, warnings } = await prepareRequest(deps, given);
    const open = await openRequest(deps, request, given.timeoutSeconds);
    return runOutputOf(deps, await execute(open.ports, open.request, watchOf(deps)), warnings);
  },
);
