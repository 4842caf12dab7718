import { closestName } from '../../base/text/closest-name.js';
import type { StoredWorkflow, WorkflowVersion } from '../../engine/workflow/stored-workflow.js';
import { parseWorkflowReference } from '../../engine/workflow/workflow-name.js';
import { accessOf, readable } from '../access/access.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';
import { scopeHere } from '../prompt/prompt-scope.js';

const SUGGESTED_AMONG = 2000;
const ID = /^w[0-9a-hjkmnp-tv-z]{3,12}$/;

/** A workflow that was named, with the version that was meant. */
export interface FoundWorkflow {
  readonly workflow: StoredWorkflow;
  readonly version: WorkflowVersion;
}

/**
 * The workflow that a reference means here: by its name (a project's before a global one), its id or the unique
 * beginning of its id, each with `@7` behind it; the newest version unless one is named.
 *
 * @throws WorkflowNameError for what cannot be a name
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning of an id fits several
 * @throws NotPermittedError when the operation takes a higher role where it belongs
 */
export async function findWorkflow(deps: Deps, text: string): Promise<FoundWorkflow> {
  const { name, version: number } = parseWorkflowReference(text);
  const workflow = await findNamed(deps, name);
  await requireRole(deps, workflow.project);
  const version = await executionsOf(deps).workflows.version(workflow.id, number ?? workflow.latest);
  if (version !== undefined) return { workflow, version };
  throw new NotFoundError(
    'WORKFLOW_VERSION_NOT_FOUND',
    `The workflow "${workflow.name}" has no version ${number}; they go from 1 to ${workflow.latest}.`,
    { hint: 'See which versions it has.', next: `prompt-runner workflow show ${workflow.name}` },
  );
}

async function findNamed(deps: Deps, name: string): Promise<StoredWorkflow> {
  const { workflows } = executionsOf(deps);
  const [named] = await seen(deps, await workflows.named(name, await scopeHere(deps)));
  const workflow = named ?? (await withId(deps, name));
  if (workflow !== undefined) return workflow;
  const nearest = await nearestWorkflow(deps, name);
  throw new NotFoundError('WORKFLOW_NOT_FOUND', `There is no workflow "${name}".`, {
    hint:
      nearest === undefined
        ? 'See which there are; a file ends in .yaml or .yml.'
        : `Did you mean ${nearest}?`,
    next: nearest === undefined ? 'prompt-runner workflow list' : `prompt-runner workflow show ${nearest}`,
  });
}

/** The workflow seen here whose name is most like another. */
export async function nearestWorkflow(deps: Deps, name: string): Promise<string | undefined> {
  const { workflows } = executionsOf(deps);
  return closestName(name, await workflows.recentNames(await scopeHere(deps), SUGGESTED_AMONG));
}

async function withId(deps: Deps, text: string): Promise<StoredWorkflow | undefined> {
  if (!ID.test(text)) return undefined;
  const [first, second] = await seen(deps, await executionsOf(deps).workflows.withIdPrefix(text));
  if (second === undefined) return first;
  throw new AmbiguousReferenceError(`"${text}" begins the id of several workflows.`, {
    hint: 'Give more of the id, or the name.',
    next: 'prompt-runner workflow list',
  });
}

/** Those that who works here may see: the others are not there. */
function seen(deps: Deps, found: StoredWorkflow[]): Promise<StoredWorkflow[]> {
  return readable(accessOf(deps), found, ({ project }) => project?.id ?? null);
}
