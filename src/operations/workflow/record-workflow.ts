import { sha256 } from '../../base/checksum.js';
import type { StoredWorkflow } from '../../engine/workflow/stored-workflow.js';
import type { Workflow } from '../../engine/workflow/workflow.js';
import type { Recorded } from '../../store/workflow-store.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { ownHome } from '../prompt/prompt-scope.js';

/** What is recorded with a text, and where. */
export interface RecordedAs {
  readonly source: string;
  /** For all projects, rather than for the one in force. */
  readonly global: boolean;
  readonly note: string | null;
}

/**
 * Makes the text of a workflow the newest version of its name, in the project in force or for all.
 * @throws NotPermittedError
 */
export async function recordWorkflow(
  deps: Deps,
  { name, description }: Pick<Workflow, 'name' | 'description'>,
  { source, global, note }: RecordedAs,
): Promise<Recorded & { readonly workflow: StoredWorkflow }> {
  const { workflows } = executionsOf(deps);
  const home = await ownHome(deps, global);
  const recorded = await workflows.record({
    project: home?.id ?? null,
    name,
    description,
    source,
    checksum: sha256(source),
    note,
    actor: deps.config.values.actor,
    at: deps.clock.now(),
  });
  const [workflow] = await workflows.withIds([recorded.id]);
  if (workflow === undefined) throw new Error(`the workflow ${recorded.id} is gone`);
  return { ...recorded, workflow };
}
