import * as z from 'zod/mini';
import type { RedactionSubject } from '../../store/redaction-reach.js';
import { accessOf } from '../access/access.js';
import { findBatch } from '../batch/find-batch.js';
import type { Deps } from '../deps.js';
import { InvalidInputError } from '../operation.js';
import { findSessionEvenDeleted } from '../session/find-session.js';
import { findRun } from '../workflow/run/find-run.js';
import { findExecution } from './find-execution.js';

/** What shall be rid of secrets: one of these. */
export const subjectInput = {
  execution: z.optional(z.string()),
  session: z.optional(z.string()),
  batch: z.optional(z.string()),
  /** A run of a workflow. */
  run: z.optional(z.string()),
  /** All that was begun before this time. */
  before: z.optional(z.date()),
};

const named = z.object(subjectInput);

/**
 * The one thing that is named.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws NotPermittedError
 * @throws InvalidInputError when nothing is named, or more than one thing
 */
export async function findSubject(
  deps: Deps,
  { execution, session, batch, run, before }: z.output<typeof named>,
): Promise<RedactionSubject> {
  const given = [execution, session, batch, run, before].filter((one) => one !== undefined);
  if (given.length > 1) throw notOne('Only one thing can be named at a time.');
  if (execution !== undefined) return { kind: 'execution', id: (await findExecution(deps, execution)).id };
  if (session !== undefined) {
    return { kind: 'session', id: (await findSessionEvenDeleted(deps, session)).id };
  }
  if (batch !== undefined) return { kind: 'batch', id: (await findBatch(deps, batch)).id };
  if (run !== undefined) return { kind: 'run', id: (await findRun(deps, run)).id };
  if (before === undefined) throw notOne('Nothing is named that secrets shall be removed from.');
  await accessOf(deps).requireEverywhere();
  return { kind: 'before', time: before };
}

function notOne(message: string): InvalidInputError {
  return new InvalidInputError(message, {
    hint: 'Name an execution, a session, a batch, a run of a workflow, or a time before which all was begun.',
    next: 'prompt-runner execution redact --help',
  });
}
