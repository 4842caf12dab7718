import * as z from 'zod/mini';
import { PromptRunnerError } from '../base/errors.js';
import { failingInSamePlace, inSamePlace } from './same-place.js';

/** The input of an operation does not fit its schema. */
export class InvalidInputError extends PromptRunnerError {
  readonly code = 'INVALID_INPUT';
  readonly kind = 'usage';
}

/** One thing that can be done; surfaces and programs call it alike. */
export interface Operation<D, I, O> {
  /** Checks the input, then does the work. */
  (deps: D, input: I): Promise<O>;
  readonly input: z.core.$ZodType;
}

/**
 * Makes an operation: the one place where its input is checked, whatever surface it came through.
 *
 * @param schema what the input has to be
 * @param run the work, with an input that fits
 * @returns a function that throws InvalidInputError for an input that does not fit
 */
export function operation<D, S extends z.core.$ZodType, O>(
  schema: S,
  run: (deps: D, input: z.output<S>) => Promise<O>,
): Operation<D, z.input<S>, O> {
  const checked = async (deps: D, input: z.input<S>) => {
    const parsed = z.safeParse(schema, input);
    if (!parsed.success) throw new InvalidInputError(await sentenceAbout(schema, input));
    try {
      return inSamePlace(deps, await run(deps, parsed.data));
    } catch (error) {
      throw failingInSamePlace(deps, error);
    }
  };
  return Object.assign(checked, { input: schema });
}

/** Words are loaded when they are needed: most inputs fit. */
async function sentenceAbout(schema: z.core.$ZodType, input: unknown): Promise<string> {
  const { describeMisfit } = await import('./describe-misfit.js');
  return describeMisfit(schema, input);
}
