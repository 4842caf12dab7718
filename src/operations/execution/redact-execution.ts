import * as z from 'zod/mini';
import type { ExecutionRedaction, RedactedExecution } from '../../store/execution-redaction.js';
import type { RedactionSubject } from '../../store/redaction-reach.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { InvalidInputError } from '../operation.js';
import { executionsOf } from './execution-records.js';
import type { ExecutionRedactOutput } from './outputs.js';
import { findSubject, subjectInput } from './redaction-subject.js';

/** A shorter text stands in too many places that hold no secret. In characters. */
const SHORTEST = 4;

const input = z.object({
  ...subjectInput,
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
 * answered, from the executions that share the answer by the cache, from its session or the run of its workflow, and
 * from its row of a batch. A session, a batch, a run or all before a time can be named in its place: then it goes
 * from all of that, asked or not. It cannot be undone; the audit log says that it was done.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws NotPermittedError for all before a time, unless the actor is an admin of everything
 * @throws InvalidInputError unless one thing is named; when a text is so short that it stands everywhere
 */
export const redactExecution = guarded(
  needs.redactExecution,
  input,
  async (deps: Deps, given): Promise<ExecutionRedactOutput> => {
    const redaction = await redactionOf(deps, given);
    const removed = await executionsOf(deps).executions.redact(redaction);
    await forgetCopies(deps, removed);
    return outputOf(redaction, removed, removed.removed > 0);
  },
);

/** As far as they can be reached; a copy that stays is of an entry that is there no more, and is never given. */
async function forgetCopies(deps: Deps, { executions }: RedactedExecution): Promise<void> {
  const { redis } = deps.answers;
  if (redis === null || executions.length === 0) return;
  await redis.forget(await executionsOf(deps).responseCache.keysOf(executions));
}

async function redactionOf(
  deps: Deps,
  { texts, note, ...named }: z.output<typeof input>,
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
  const subject = await findSubject(deps, named);
  const actor = deps.config.values.actor;
  return { subject, texts, actor, at: deps.clock.now(), note: note ?? null };
}

function outputOf(
  { subject }: ExecutionRedaction,
  { removed: places, kinds, executions, attempts, runs, rows }: RedactedExecution,
  removed: boolean,
): ExecutionRedactOutput {
  return {
    subject: subject.kind === 'before' ? { ...subject, id: null } : { ...subject, time: null },
    places,
    kinds: kinds.map(({ kind, places: of }) => ({ kind, places: of })),
    executions: [...executions],
    attempts: [...attempts],
    runs: [...runs],
    rows,
    removed,
    next: removed || places === 0 ? lookAt(subject) : redactCommand(subject),
  };
}

function lookAt(subject: RedactionSubject): string {
  switch (subject.kind) {
    case 'execution':
      return `prompt-runner execution show ${subject.id}`;
    case 'session':
      return `prompt-runner orchestrate show ${subject.id}`;
    case 'batch':
      return `prompt-runner batch status ${subject.id}`;
    case 'run':
      return `prompt-runner workflow status ${subject.id}`;
    case 'before':
      return 'prompt-runner execution list';
  }
}

function redactCommand(subject: RedactionSubject): string {
  const command = 'prompt-runner execution redact';
  if (subject.kind === 'before') return `${command} --before ${subject.time.toISOString()}`;
  return subject.kind === 'execution'
    ? `${command} ${subject.id}`
    : `${command} --${subject.kind} ${subject.id}`;
}
