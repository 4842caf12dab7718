import * as z from 'zod/mini';
import type { AskingDeps } from '../execution/run-deps.js';
import type { PromptRunOutput } from '../execution/run-outputs.js';
import { runPrompt } from '../execution/run-prompt.js';
import { operation } from '../operation.js';
import { fromLibrary } from '../session/given-text.js';

const input = z.object({
  /** Without it, the default. */
  model: z.optional(z.string()),
  /** How long the answer may take. */
  timeoutSeconds: z.optional(z.number().check(z.positive())),
});

const QUESTION = 'This is a test of the connection. Answer with the word OK and nothing else.';

/**
 * Asks a model a tiny question, to see whether it answers. It is on record like any run.
 *
 * @throws what {@link runPrompt} does
 */
export const testModel = operation(
  input,
  (deps: AskingDeps, { model, timeoutSeconds }): Promise<PromptRunOutput> =>
    runPrompt(deps, { text: fromLibrary(QUESTION), model, timeoutSeconds, fresh: true }),
);
