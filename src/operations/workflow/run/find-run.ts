import type { RunId } from '../../../base/ids.js';
import type { Run } from '../../../engine/run/run.js';
import { accessOf, readable } from '../../access/access.js';
import { requireRole } from '../../access/require-role.js';
import type { Deps } from '../../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../../errors.js';
import { executionsOf } from '../../execution/execution-records.js';

/** The kind of these runs. */
export const WORKFLOW_KIND = 'workflow';

const ID = /^r[0-9a-hjkmnp-tv-z]{1,12}$/;

/**
 * The run of a workflow that a reference means: its id, the unique beginning of it, or `latest`.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws NotPermittedError when the operation takes a higher role where the run belongs
 */
export async function findRun(deps: Deps, text: string): Promise<Run> {
  const [run, other] = await seen(deps, text === 'latest' ? await latest(deps) : await withId(deps, text));
  if (run === undefined) throw notFound(text);
  if (other !== undefined && run.id !== text) {
    throw new AmbiguousReferenceError(`"${text}" begins the id of several runs.`, {
      hint: 'Give more of the id.',
      next: 'prompt-runner workflow runs',
    });
  }
  await requireRole(deps, run.project && { id: run.project });
  return run;
}

/** The same run as it is now. */
export async function runAsItIs(deps: Deps, id: RunId): Promise<Run> {
  const run = await executionsOf(deps).runs.run(id);
  if (run === null) throw new Error(`the run ${id} is gone`);
  return run;
}

async function latest(deps: Deps): Promise<Run[]> {
  const hidden = await accessOf(deps).as('reader').hidden();
  return executionsOf(deps).runs.list({ kind: WORKFLOW_KIND, hidden }, { limit: 1 });
}

async function withId(deps: Deps, text: string): Promise<Run[]> {
  return ID.test(text) ? executionsOf(deps).runs.withIdPrefix(WORKFLOW_KIND, text) : [];
}

/** Those that who works here may see: the others are not there. */
function seen(deps: Deps, runs: Run[]): Promise<Run[]> {
  return readable(accessOf(deps), runs, ({ project }) => project);
}

function notFound(text: string): NotFoundError {
  const message = text === 'latest' ? 'No workflow was run yet.' : `No workflow was run as "${text}".`;
  return new NotFoundError('WORKFLOW_RUN_NOT_FOUND', message, {
    hint: 'See which runs there are.',
    next: 'prompt-runner workflow runs',
  });
}
