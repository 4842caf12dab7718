import type * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { type Operation, operation } from '../operation.js';
import { type Access, accessOf } from './access.js';
import type { Need } from './need.js';

/** An operation that says what it takes to do it. */
export interface GuardedOperation<D, I, O> extends Operation<D, I, O> {
  readonly need: Need;
}

/**
 * Makes an operation on what is kept. What it takes is checked where it is found which project is concerned: by
 * `findSession`, `findPrompt` and `findExecution`, by `requireRole` where something new shall lie, and by the lists,
 * which leave out what is hidden. What concerns the whole store is checked here.
 *
 * @param need its line in the table of needs
 * @throws NotPermittedError when the actor's role does not reach
 */
export function guarded<D extends Deps, S extends z.core.$ZodType, O>(
  need: Need,
  schema: S,
  run: (deps: D & { readonly access: Access }, input: z.output<S>) => Promise<O>,
): GuardedOperation<D, z.input<S>, O> {
  const checked = operation(schema, async (deps: D, input: z.output<S>) => {
    const access = accessOf({ ...deps, access: undefined }).as(need.role);
    if (need.concerns === 'store') await access.require(null);
    if (need.concerns === 'everything') await access.requireEverywhere();
    return run({ ...deps, access }, input);
  });
  return Object.assign(checked, { need });
}
