import * as z from 'zod/mini';
import { execute } from '../../engine/execution/execute.js';
import type { Execution } from '../../engine/execution/execution.js';
import { inSession } from '../../engine/execution/execution-place.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { AgentTask } from '../../models/spec/model-request.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { NotAllowedError } from '../errors.js';
import { findWholeExecution } from './find-execution.js';
import { rerunRequest } from './rerun-request.js';
import { runOutputOf } from './run-answer.js';
import { type AskingDeps, watchOf } from './run-deps.js';
import { givenParameters } from './run-input.js';
import type { PromptRunOutput } from './run-outputs.js';
import { type OpenRequest, openRequest } from './run-ports.js';

const input = z.object({
  /** The id, the unique beginning of it, or `latest`. */
  execution: z.string(),
  /** Another model than the one that was asked. */
  model: z.optional(z.string()),
  /** What shall be otherwise than it was. */
  parameters: z._default(givenParameters, {}),
  /** The same for what only this provider knows: `name=value`. */
  options: z._default(z.readonly(z.array(z.string())), []),
  /** What it may cost, in US dollars. */
  maxCost: z.optional(z.number().check(z.positive())),
  /** How long the answer may take. */
  timeoutSeconds: z.optional(z.number().check(z.positive(), z.maximum(86_400))),
  /** What is done when an agent is meant, which may change files. */
  agents: z._default(z.enum(['refuse', 'run']), 'refuse'),
});

export type GivenRerun = z.output<typeof input>;

/**
 * Asks the very same again, from the record: the same messages with their files, the same parameters, the same
 * schema. The answer never comes from the cache, and belongs to no session.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws NotAllowedError for a pasted answer, for tools that are not there, and for an agent without consent
 * @throws ModelUnknownError, KeyMissingError, AttachmentRefusedError
 * @throws CostCeilingError, PriceUnknownError, ExecutionFailedError, ResponseSchemaError
 */
export const rerunExecution = guarded(
  needs.rerunExecution,
  input,
  async (deps: AskingDeps, given): Promise<PromptRunOutput> => {
    const original = await findWholeExecution(deps, given.execution);
    const request = await rerunRequest(deps, original, given);
    const open = await openRequest(deps, request, given.timeoutSeconds);
    const agent = agentOf(open, original, given);
    const executed = await execute(open.ports, { ...open.request, agent }, watchOf(deps));
    return runOutputOf(deps, executed, warningsAbout(original));
  },
);

/** An agent that worked on an implementation is let write again; every other may only look. */
function agentOf({ request, model }: OpenRequest, original: Execution, given: GivenRerun): AgentTask | null {
  if (request.agent === null) return null;
  const access = isImplementation(original) ? 'write' : 'read';
  if (given.agents === 'run') return { ...request.agent, access };
  const name = writtenModelName(model.name);
  throw new NotAllowedError(
    `${name} is an agent: it works in ${request.agent.folder}, and may change files.`,
    {
      hint: 'If that is meant, say so with --yes.',
      next: `prompt-runner execution rerun ${original.id} --yes`,
    },
  );
}

function isImplementation({ place }: Execution): boolean {
  const step = inSession(place)?.step;
  return step === 'implement' || step === 'complete';
}

function warningsAbout({ redactedAt }: Execution): string[] {
  return redactedAt === null
    ? []
    : ['Credentials were removed from the record: it is not asked in the same words any more.'];
}
