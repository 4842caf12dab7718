import * as z from 'zod/mini';
import { findSecrets } from '../../base/text/secrets.js';
import type { Execution } from '../../engine/execution/execution.js';
import { inSession } from '../../engine/execution/execution-place.js';
import { decodeAnswer } from '../../sections/index.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import { findWholeExecution } from './find-execution.js';
import type { ExecutionShowOutput } from './outputs.js';
import { messageTextOf } from './views/execution-record-view.js';
import { viewerOf } from './whole-record.js';

const input = z.object({
  /** The id, the unique beginning of it, or `latest`. */
  execution: z.string(),
});

/**
 * All that is on record of an execution; what looks like a credential has a mark in its place.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const showExecution = guarded(
  needs.showExecution,
  input,
  async (deps: Deps, given): Promise<ExecutionShowOutput> => {
    const execution = await findWholeExecution(deps, given.execution);
    const secrets = await secretsOf(deps, execution);
    const viewOf = await viewerOf(deps, [execution]);
    return {
      execution: viewOf(execution),
      secrets,
      next: nextFor(execution, secrets.length > 0),
    };
  },
);

function nextFor({ id, kind, place }: Execution, hasSecrets: boolean): string {
  if (hasSecrets) return `prompt-runner execution redact ${id}`;
  if (kind !== 'pasted') return `prompt-runner execution rerun ${id}`;
  const session = inSession(place)?.session;
  return session === undefined ? 'prompt-runner execution list' : `prompt-runner orchestrate show ${session}`;
}

type Secrets = ExecutionShowOutput['secrets'];

async function secretsOf(deps: Deps, execution: Execution): Promise<Secrets> {
  const { id, messages, response, reasoning, toolUses } = execution;
  const pasted = (await executionsOf(deps).executions.pastedAnswers([id])).get(id);
  const within = (place: Secrets[number]['in'], text: string) =>
    findSecrets(text).map((found) => ({ kind: found.kind, in: place }));
  return [
    ...messages.flatMap((message) => within('messages', messageTextOf(message))),
    ...within('answer', response ?? (pasted === undefined ? '' : decodeAnswer(pasted))),
    ...within('reasoning', reasoning ?? ''),
    ...toolUses.flatMap(({ text }) => within('tools', text)),
  ];
}
