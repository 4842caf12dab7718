import { closestName } from '../../base/text/closest-name.js';
import type { Found, WorkflowLibrary } from '../../engine/workflow/check/workflow-library.js';
import { parseWorkflow } from '../../engine/workflow/parse-workflow.js';
import { workflowReferenceText } from '../../engine/workflow/workflow-name.js';
import { referenceText } from '../../prompts/prompt-reference.js';
import { usedVariables } from '../../prompts/used-variables.js';
import { reading } from '../access/access.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import { fetchText } from '../prompt/fetch-text.js';
import { findVersion } from '../prompt/find-prompt.js';
import { scopeHere } from '../prompt/prompt-scope.js';
import { promptVariablesOf } from '../prompt/views/variable-views.js';
import { findWorkflow, nearestWorkflow } from './find-workflow.js';

const SUGGESTED_AMONG = 2000;

/** What workflows may refer to here: the prompts and workflows that are seen; null in a workspace without a library. */
export function libraryHere(given: Deps): WorkflowLibrary | null {
  if (given.library === null || given.executions === null) return null;
  const deps = reading(given);
  return {
    prompt: (reference) =>
      orMissing(
        async () => {
          const { prompt, version } = await findVersion(deps, referenceText(reference));
          const used = await usedVariables(version.content, fetchText(deps, prompt.project), prompt.name);
          return { variables: promptVariablesOf(version.content, used) };
        },
        () => nearestPrompt(deps, reference.name),
      ),
    workflow: (reference) =>
      orMissing(
        async () => {
          const { version } = await findWorkflow(deps, workflowReferenceText(reference));
          const workflow = await parseWorkflow(version.source, reference.name, null);
          return { workflow, version: version.number };
        },
        () => nearestWorkflow(deps, reference.name),
      ),
  };
}

async function orMissing<T>(
  find: () => Promise<T>,
  nearest: () => Promise<string | undefined>,
): Promise<Found<T>> {
  try {
    return { is: 'found', ...(await find()) };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const lacks = error.code.endsWith('_VERSION_NOT_FOUND') ? 'version' : 'name';
    return { is: 'missing', lacks, nearest: lacks === 'name' ? ((await nearest()) ?? null) : null };
  }
}

async function nearestPrompt(deps: Deps, name: string): Promise<string | undefined> {
  return closestName(name, await libraryOf(deps).prompts.recentNames(await scopeHere(deps), SUGGESTED_AMONG));
}
