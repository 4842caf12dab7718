import * as z from 'zod/mini';
import type { ExecutionRedaction, RedactedExecution } from '../../store/execution-redaction.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { InvalidInputError } from '../operation.js';
import { executionsOf } from './execution-records.js';
import { findExecution } from './find-execution.js';
import type { ExecutionRedactOutput } from './outputs.js';

/** A shorter text stands in too many places that hold no secret. In characters. */
const SHORTEST = 4;

const input = z.object({
  execution: z.string(),
  /** Texts to remove, besides what looks like a credential. */
  texts: z._default(z.array(z.string()), []),
  /** Why, for the audit log. */
  note: z.optional(z.string()),
});

/**
 * What `redactExecution` would remove; nothing is changed.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const previewRedaction = guarded(
  needs.previewRedaction,
  input,
  async (deps: Deps, given): Promise<ExecutionRedactOutput> => {
    const redaction = await redactionOf(deps, given);
    const found = await executionsOf(deps).executions.redactable(redaction);
    return outputOf(redaction, found, false);
  },
);

/**
 * Removes what looks like a credential, and given texts, from an execution: from what was asked, what was
 * answered, from the executions that share the answer by the cache, and from the attempts of its session. It
 * cannot be undone; the audit log says that it was done.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws InvalidInputError when a text is so short that it stands everywhere
 */
export const redactExecution = guarded(
  needs.redactExecution,
  input,
  async (deps: Deps, given): Promise<ExecutionRedactOutput> => {
    const redaction = await redactionOf(deps, given);
    const removed = await executionsOf(deps).executions.redact(redaction);
    return outputOf(redaction, removed, removed.removed > 0);
  },
);

async function redactionOf(
  deps: Deps,
  { execution, texts, note }: z.output<typeof input>,
): Promise<ExecutionRedaction> {
  if (texts.some((text) => [...text].length < SHORTEST)) {
    throw new InvalidInputError(`A text to remove has fewer than ${SHORTEST} characters.`, {
      hint: 'It stands in many places that hold no secret: give more of it.',
    });
  }
  if (note !== undefined && texts.some((text) => note.includes(text))) {
    throw new InvalidInputError('The note holds a text that is to be removed.', {
      hint: 'The audit log keeps the note: say why without it.',
    });
  }
  const { id } = await findExecution(deps, execution);
  const actor = deps.config.values.actor;
  return { execution: id, texts, actor, at: deps.clock.now(), note: note ?? null };
}

function outputOf(
  { execution }: ExecutionRedaction,
  { removed: places, kinds, executions, attempts }: RedactedExecution,
  removed: boolean,
): ExecutionRedactOutput {
  return {
    execution,
    places,
    kinds: kinds.map(({ kind, places: of }) => ({ kind, places: of })),
    executions: [...executions],
    attempts: [...attempts],
    removed,
    next:
      removed || places === 0
        ? `prompt-runner execution show ${execution}`
        : `prompt-runner execution redact ${execution}`,
  };
}
